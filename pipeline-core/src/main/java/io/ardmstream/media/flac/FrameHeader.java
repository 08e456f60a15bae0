package io.ardmstream.media.flac;

/** The header of a frame (RFC 9639, section 9.1), as it is written. */
final class FrameHeader {
  static final int LEFT_SIDE = 8;
  static final int SIDE_RIGHT = 9;
  static final int MID_SIDE = 10;

  private static final int SYNC = 0x7FFC;
  private static final int SIZE_IN_BYTE = 6;
  private static final int SIZE_IN_TWO_BYTES = 7;
  private static final int[] DEPTHS = {0, 8, 12, -1, 16, 20, 24, 32};
  private static final int[] RATES = {
    0, 88_200, 176_400, 192_000, 8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000
  };
  private static final int RATE_IN_KILOHERTZ = 12;
  private static final int RATE_IN_HERTZ = 13;
  private static final int RATE_IN_TENS = 14;
  private static final int RATE_FORBIDDEN = 15;

  /** 0: the number counts frames, 1: it counts samples. */
  int variable;

  int blockSize;
  int sizeCode;
  int rateCode;

  /** The rate as written after the number, 0 unless the code says that it is. */
  int rateField;

  int assignment;
  int depthCode;
  long number;

  int channels() {
    return assignment < LEFT_SIDE ? assignment + 1 : 2;
  }

  /** Bits a sample, or 0 for those that the stream has. */
  int depth() {
    return DEPTHS[depthCode];
  }

  /** Hertz, or 0 for those that the stream has. */
  int rate() {
    return switch (rateCode) {
      case RATE_IN_KILOHERTZ -> rateField * 1000;
      case RATE_IN_HERTZ -> rateField;
      case RATE_IN_TENS -> rateField * 10;
      default -> RATES[rateCode];
    };
  }

  /** Bits that the rate is written with after the number. */
  static int rateBits(int rateCode) {
    return rateCode < RATE_IN_KILOHERTZ ? 0 : rateCode == RATE_IN_KILOHERTZ ? 8 : 16;
  }

  /** Whether the codes mean anything; numbers that are too large for their fields do not. */
  boolean sound() {
    boolean codes = rateCode < RATE_FORBIDDEN && assignment <= MID_SIDE && depth() >= 0;
    int coded = sizeOf(sizeCode);
    boolean size =
        coded > 0
            ? coded == blockSize
            : sizeCode != 0
                && blockSize >= 1
                && blockSize <= 1 << (sizeCode == SIZE_IN_BYTE ? 8 : 16);
    return codes && size && rateField >>> rateBits(rateCode) == 0 && number >>> 36 == 0;
  }

  /**
   * The most bytes that a frame may have to count as one: eight a sample, and something for what is
   * not samples.
   */
  long mostBytes() {
    return 8L * channels() * (blockSize + 64) + 64;
  }

  /** The code that encoders use for a block size: the shortest. */
  static int usualSizeCode(int blockSize) {
    for (int code = 1; code < 16; code++) {
      if (sizeOf(code) == blockSize) {
        return code;
      }
    }
    return blockSize <= 256 ? SIZE_IN_BYTE : SIZE_IN_TWO_BYTES;
  }

  private static int sizeOf(int code) {
    if (code == 0 || code == SIZE_IN_BYTE || code == SIZE_IN_TWO_BYTES) {
      return 0;
    }
    return code == 1 ? 192 : code < SIZE_IN_BYTE ? 144 << code : 1 << code;
  }

  /** Reads a header whose checksum is right. */
  static FrameHeader read(byte[] file, BitReader bits) throws MalformedFrame {
    int start = bits.position();
    FrameHeader header = new FrameHeader();
    require(bits.number(15) == SYNC);
    header.variable = bits.number(1);
    header.sizeCode = bits.number(4);
    header.rateCode = bits.number(4);
    header.assignment = bits.number(4);
    header.depthCode = bits.number(3);
    require(bits.number(1) == 0);
    header.number = readNumber(bits);
    header.blockSize =
        switch (header.sizeCode) {
          case SIZE_IN_BYTE -> bits.number(8) + 1;
          case SIZE_IN_TWO_BYTES -> bits.number(16) + 1;
          default -> sizeOf(header.sizeCode);
        };
    header.rateField = bits.number(rateBits(header.rateCode));
    require(Crc.eight(file, start, bits.position()) == bits.number(8) && header.sound());
    return header;
  }

  void write(BitWriter bits) {
    int start = bits.length();
    bits.bits(SYNC, 15);
    bits.bits(variable, 1);
    bits.bits(sizeCode, 4);
    bits.bits(rateCode, 4);
    bits.bits(assignment, 4);
    bits.bits(depthCode, 3);
    bits.bits(0, 1);
    writeNumber(bits, number);
    if (sizeCode == SIZE_IN_BYTE || sizeCode == SIZE_IN_TWO_BYTES) {
      bits.bits(blockSize - 1, sizeCode == SIZE_IN_BYTE ? 8 : 16);
    }
    bits.bits(rateField, rateBits(rateCode));
    bits.bits(Crc.eight(bits.array(), start, bits.length()), 8);
  }

  /** A number as UTF-8 writes code points, but of up to 36 bits, in as few bytes as possible. */
  private static long readNumber(BitReader bits) throws MalformedFrame {
    int first = bits.number(8);
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    if (ones == 0) {
      return first;
    }
    require(ones >= 2 && ones <= 7);
    long value = first & (1 << 7 - ones) - 1;
    for (int i = 1; i < ones; i++) {
      int part = bits.number(8);
      require(part >> 6 == 2);
      value = value << 6 | part & 0x3F;
    }
    require(bytesOf(value) == ones);
    return value;
  }

  private static void writeNumber(BitWriter bits, long number) {
    int bytes = bytesOf(number);
    if (bytes == 1) {
      bits.bits(number, 8);
      return;
    }
    int marker = 0xFF00 >> bytes & 0xFF;
    bits.bits(marker | number >>> 6 * (bytes - 1), 8);
    for (int shift = 6 * (bytes - 2); shift >= 0; shift -= 6) {
      bits.bits(0x80 | number >>> shift & 0x3F, 8);
    }
  }

  private static int bytesOf(long number) {
    int significant = 64 - Long.numberOfLeadingZeros(number);
    return significant <= 7 ? 1 : Math.max(2, (significant + 3) / 5);
  }

  private static void require(boolean holds) throws MalformedFrame {
    if (!holds) {
      throw new MalformedFrame("no frame header");
    }
  }
}
