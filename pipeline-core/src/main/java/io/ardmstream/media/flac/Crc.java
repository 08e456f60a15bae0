package io.ardmstream.media.flac;

/**
 * The cyclic redundancy checks of RFC 9639: 8 bits with the polynomial x^8 + x^2 + x + 1, 16 bits
 * with x^16 + x^15 + x^2 + 1, both beginning at zero.
 */
final class Crc {
  private static final int[] EIGHT = table(0x07, 8);
  private static final int[] SIXTEEN = table(0x8005, 16);

  private Crc() {}

  private static int[] table(int polynomial, int width) {
    int[] table = new int[256];
    int top = 1 << width - 1;
    for (int i = 0; i < table.length; i++) {
      int rest = i << width - 8;
      for (int bit = 0; bit < 8; bit++) {
        rest = (rest & top) != 0 ? rest << 1 ^ polynomial : rest << 1;
      }
      table[i] = rest & (1 << width) - 1;
    }
    return table;
  }

  static int eight(byte[] bytes, int from, int to) {
    int crc = 0;
    for (int i = from; i < to; i++) {
      crc = EIGHT[crc ^ bytes[i] & 0xFF];
    }
    return crc;
  }

  static int sixteen(byte[] bytes, int from, int to) {
    int crc = 0;
    for (int i = from; i < to; i++) {
      crc = (crc << 8 ^ SIXTEEN[crc >>> 8 ^ bytes[i] & 0xFF]) & 0xFFFF;
    }
    return crc;
  }
}
