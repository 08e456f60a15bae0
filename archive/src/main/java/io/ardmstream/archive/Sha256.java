package io.ardmstream.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The checksum that ties a record to its original. */
public final class Sha256 {

  private Sha256() {}

  /** The 32 bytes of the checksum. */
  public static byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
