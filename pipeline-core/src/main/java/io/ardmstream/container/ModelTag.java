package io.ardmstream.container;

import io.ardmstream.api.PublicApi;
import io.ardmstream.block.ModelId;
import java.util.HexFormat;

/**
 * How an encoded record refers to its model: the first {@value #BYTES} bytes of the digest. Among a
 * thousand models two share a tag with a probability below one in five hundred million, and the
 * checksum of the samples would still tell; small records cannot afford the whole digest.
 *
 * @param hex {@value #BYTES} bytes as hexadecimal digits in lower case
 */
@PublicApi
public record ModelTag(String hex) {
  static final int BYTES = 6;

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException when it is another
   */
  public ModelTag {
    if (hex.length() != 2 * BYTES) {
      throw new IllegalArgumentException("not a model tag: " + hex);
    }
  }

  /** The tag of a model. */
  public static ModelTag of(ModelId model) {
    return new ModelTag(model.digest().substring(0, 2 * BYTES));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  static ModelTag of(byte[] bytes) {
    return new ModelTag(HexFormat.of().formatHex(bytes));
  }

  @Override
  public String toString() {
    return hex;
  }
}
