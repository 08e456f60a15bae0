package io.ardmstream.jobs.compress;

import java.util.Arrays;

/**
 * Finds bytes in others, from the end, in time proportional to their number. Comparing at every
 * place does for all but what repeats itself without end; that is left to the algorithm of Knuth,
 * Morris and Pratt (1977), which takes four bytes of memory for each byte sought.
 */
final class LastIndex {
  /** Bytes compared for each byte there is, before the other algorithm takes over. */
  private static final int PATIENCE = 4;

  private LastIndex() {}

  /** Where the last occurrence starts; there has to be one. */
  static int of(byte[] sought, byte[] bytes) {
    long compared = 0;
    for (int start = bytes.length - sought.length; start >= 0; start--) {
      int same = Arrays.mismatch(bytes, start, start + sought.length, sought, 0, sought.length);
      if (same < 0) {
        return start;
      }
      compared += same + 1;
      if (compared > (long) PATIENCE * bytes.length) {
        return patiently(sought, bytes);
      }
    }
    throw new IllegalArgumentException("the bytes do not occur");
  }

  /** Both read backwards, so that the first occurrence is the last. */
  private static int patiently(byte[] sought, byte[] bytes) {
    int[] borders = borders(sought);
    int matched = 0;
    for (int at = bytes.length - 1; at >= 0; at--) {
      while (matched > 0 && fromEnd(sought, matched) != bytes[at]) {
        matched = borders[matched - 1];
      }
      if (fromEnd(sought, matched) == bytes[at]) {
        matched++;
      }
      if (matched == sought.length) {
        return at;
      }
    }
    throw new IllegalArgumentException("the bytes do not occur");
  }

  /** Of each beginning, backwards, the length of its longest proper beginning that ends it too. */
  private static int[] borders(byte[] sought) {
    int[] borders = new int[sought.length];
    for (int i = 1, length = 0; i < sought.length; i++) {
      while (length > 0 && fromEnd(sought, i) != fromEnd(sought, length)) {
        length = borders[length - 1];
      }
      if (fromEnd(sought, i) == fromEnd(sought, length)) {
        length++;
      }
      borders[i] = length;
    }
    return borders;
  }

  private static byte fromEnd(byte[] bytes, int distance) {
    return bytes[bytes.length - 1 - distance];
  }
}
