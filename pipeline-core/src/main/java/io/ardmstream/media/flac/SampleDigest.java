package io.ardmstream.media.flac;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** MD5 of samples, each least significant byte first in as many bytes as it needs, interleaved. */
final class SampleDigest {
  private static final int SAMPLES_AT_ONCE = 1 << 12;

  private SampleDigest() {}

  static byte[] of(int[][] planes, int depth) {
    MessageDigest digest = md5();
    int bytes = (depth + 7) / 8;
    byte[] some = new byte[SAMPLES_AT_ONCE * planes.length * bytes];
    int length = 0;
    for (int t = 0; t < planes[0].length; t++) {
      for (int[] plane : planes) {
        for (int b = 0; b < bytes; b++) {
          some[length++] = (byte) (plane[t] >> 8 * b);
        }
      }
      if (length == some.length) {
        digest.update(some);
        length = 0;
      }
    }
    digest.update(some, 0, length);
    return digest.digest();
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
