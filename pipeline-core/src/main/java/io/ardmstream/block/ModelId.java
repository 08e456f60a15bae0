package io.ardmstream.block;

import io.ardmstream.api.PublicApi;
import java.util.Locale;

/**
 * Which model it is.
 *
 * @param name the name people use, such as {@code image-fast}
 * @param version counts the published versions of that name from 1
 * @param digest SHA-256 of the bundle's content, 64 hexadecimal digits in lower case: what encoded
 *     records refer to
 */
@PublicApi
public record ModelId(String name, int version, String digest) {

  /**
   * Checks the digest.
   *
   * @throws IllegalArgumentException when it is no SHA-256 digest in lower case
   */
  public ModelId {
    if (!digest.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + digest);
    }
  }

  /** Whether the digest begins with these hexadecimal digits, whatever their case. */
  public boolean matches(String digestPrefix) {
    return digest.startsWith(digestPrefix.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name + " version " + version + " (" + digest.substring(0, 12) + ")";
  }
}
