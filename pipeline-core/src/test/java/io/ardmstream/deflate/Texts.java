package io.ardmstream.deflate;

import java.util.Random;

/** Plain bytes that compressors treat differently, always the same. */
final class Texts {
  private Texts() {}

  /** Words, runs, copies from near and far, noise, and differences around zero in turn. */
  static byte[] mixture(int length, long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[length];
    int at = 0;
    while (at < length) {
      int end = Math.min(length, at + 1 + random.nextInt(1500));
      int kind = random.nextInt(5);
      int distance = at == 0 ? 1 : 1 + random.nextInt(Math.min(at, 40000));
      byte run = (byte) random.nextInt(256);
      for (; at < end; at++) {
        bytes[at] =
            switch (kind) {
              case 0 -> (byte) (random.nextInt(6) == 0 ? ' ' : 'a' + random.nextInt(5));
              case 1 -> random.nextInt(300) == 0 ? (byte) at : run;
              case 2 -> random.nextInt(40) == 0 ? run : bytes[Math.max(0, at - distance)];
              case 3 -> (byte) random.nextInt(256);
              default -> (byte) (random.nextInt(5) + random.nextInt(5) - 4);
            };
      }
    }
    return bytes;
  }
}
