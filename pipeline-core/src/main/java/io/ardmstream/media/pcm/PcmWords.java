package io.ardmstream.media.pcm;

/**
 * How one sample is written in a file.
 *
 * @param bytes of a sample, 1 to 4, or 8 if floating
 * @param floating IEEE 754 of 32 or 64 bits
 * @param signed two's complement; true if floating
 * @param bigEndian most significant byte first
 */
public record PcmWords(int bytes, boolean floating, boolean signed, boolean bigEndian) {
  private static final int FLOATING = 8;
  private static final int SIGNED = 16;
  private static final int BIG_ENDIAN = 32;
  private static final int BYTES = 7;

  /** Integers of that many bytes, in the way of WAV: single bytes are unsigned. */
  public static PcmWords ofWav(int bytes, boolean bigEndian) {
    return new PcmWords(bytes, false, bytes > 1, bigEndian);
  }

  /** Floating-point numbers of that many bytes. */
  public static PcmWords floating(int bytes, boolean bigEndian) {
    return new PcmWords(bytes, true, true, bigEndian);
  }

  /** Whether there are such words. */
  public boolean sound() {
    return floating ? bytes == 4 || bytes == 8 : bytes >= 1 && bytes <= 4;
  }

  /** A number for it, 0 to 63. */
  int code() {
    return bytes - 1
        | (floating ? FLOATING : 0)
        | (signed ? SIGNED : 0)
        | (bigEndian ? BIG_ENDIAN : 0);
  }

  static PcmWords of(int code) {
    return new PcmWords(
        (code & BYTES) + 1, (code & FLOATING) != 0, (code & SIGNED) != 0, (code & BIG_ENDIAN) != 0);
  }

  /** The word at an offset: an integer, or the bits of a floating-point number. */
  long read(byte[] file, int at) {
    long word = 0;
    for (int i = 0; i < bytes; i++) {
      word = word << 8 | file[at + (bigEndian ? i : bytes - 1 - i)] & 0xFF;
    }
    int spare = 64 - 8 * bytes;
    return signed && !floating ? word << spare >> spare : word;
  }

  void write(long word, byte[] file, int at) {
    long rest = word;
    for (int i = 0; i < bytes; i++) {
      file[at + (bigEndian ? bytes - 1 - i : i)] = (byte) rest;
      rest >>= 8;
    }
  }
}
