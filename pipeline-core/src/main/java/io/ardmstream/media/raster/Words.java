package io.ardmstream.media.raster;

/**
 * How samples are written in bits.
 *
 * @param bigEndian the most significant bit first, and addresses count from the most significant
 *     bit of a byte; otherwise both begin with the least significant bit
 * @param signed two's complement; false if floating
 * @param floating IEEE 754 of 16, 32 or 64 bits
 */
public record Words(boolean bigEndian, boolean signed, boolean floating) {
  private static final int BIG_ENDIAN = 1;
  private static final int SIGNED = 2;
  private static final int FLOATING = 4;
  private static final int CODES = 6;

  /** Integers without a sign. */
  public static Words unsigned(boolean bigEndian) {
    return new Words(bigEndian, false, false);
  }

  int code() {
    return (bigEndian ? BIG_ENDIAN : 0) | (signed ? SIGNED : 0) | (floating ? FLOATING : 0);
  }

  static boolean known(int code) {
    return code < CODES;
  }

  static Words of(int code) {
    return new Words((code & BIG_ENDIAN) != 0, (code & SIGNED) != 0, (code & FLOATING) != 0);
  }

  /** The word at an address: an integer, or the bits of a floating-point number. */
  long read(byte[] file, long address, int bits) {
    long word = 0;
    for (int got = 0, take; got < bits; got += take) {
      int held = file[(int) (address + got >> 3)] & 0xFF;
      int within = (int) (address + got) & 7;
      take = Math.min(8 - within, bits - got);
      int mask = (1 << take) - 1;
      if (bigEndian) {
        word = word << take | held >> 8 - within - take & mask;
      } else {
        word |= (long) (held >> within & mask) << got;
      }
    }
    int spare = 64 - bits;
    return signed ? word << spare >> spare : word;
  }

  /** Writes a word into bits that are 0. */
  void write(long word, byte[] file, long address, int bits) {
    for (int done = 0, take; done < bits; done += take) {
      int within = (int) (address + done) & 7;
      take = Math.min(8 - within, bits - done);
      int mask = (1 << take) - 1;
      int part =
          bigEndian ? (int) (word >> bits - done - take) & mask : (int) (word >> done) & mask;
      file[(int) (address + done >> 3)] |=
          (byte) (part << (bigEndian ? 8 - within - take : within));
    }
  }

  /** Marks the bits of a word; false if one was marked before. */
  boolean mark(byte[] marks, long address, int bits) {
    int clashes = 0;
    for (int done = 0, take; done < bits; done += take) {
      int at = (int) (address + done >> 3);
      int within = (int) (address + done) & 7;
      take = Math.min(8 - within, bits - done);
      int part = (1 << take) - 1 << (bigEndian ? 8 - within - take : within);
      clashes |= marks[at] & part;
      marks[at] |= (byte) part;
    }
    return clashes == 0;
  }
}
