package io.ardmstream.fuzz;

/**
 * Gives FLAC frames the checksums they ought to have (RFC 9639, 9.1.8 and 9.3), so that what lies
 * behind these is reached. A frame is taken to end where the next one begins.
 */
final class FlacSeals {
  private static final int SYNC = 0xFFF8;
  private static final int FIXED_HEADER = 4;

  private FlacSeals() {}

  /** The same file with other checksums. */
  static byte[] sealed(byte[] file) {
    byte[] sealed = file.clone();
    int begin = next(sealed, 0);
    while (begin < sealed.length) {
      int header = headerLength(sealed, begin);
      if (begin + header < sealed.length) {
        sealed[begin + header] = (byte) crc(sealed, begin, begin + header, 0x07, 8);
      }
      int end = next(sealed, begin + header + 1);
      if (end - begin > header + 2) {
        int checksum = crc(sealed, begin, end - 2, 0x8005, 16);
        sealed[end - 2] = (byte) (checksum >> 8);
        sealed[end - 1] = (byte) checksum;
      }
      begin = end;
    }
    return sealed;
  }

  private static int next(byte[] file, int from) {
    int at = from;
    while (at < file.length && !isSync(file, at)) {
      at++;
    }
    return Math.min(at, file.length);
  }

  private static boolean isSync(byte[] file, int at) {
    return at + FIXED_HEADER < file.length
        && (((file[at] & 0xFF) << 8 | file[at + 1] & 0xFF) & ~1) == SYNC
        && file[at + 2] != 0;
  }

  /** Bytes of a frame header before its checksum. */
  private static int headerLength(byte[] file, int at) {
    int ones = Integer.numberOfLeadingZeros(~(file[at + FIXED_HEADER] << 24));
    int size = file[at + 2] >> 4 & 15;
    int rate = file[at + 2] & 15;
    int length = FIXED_HEADER + Math.max(1, ones);
    length += size == 6 ? 1 : size == 7 ? 2 : 0;
    return length + (rate == 12 ? 1 : rate == 13 || rate == 14 ? 2 : 0);
  }

  private static int crc(byte[] bytes, int from, int to, int polynomial, int width) {
    int crc = 0;
    for (int i = from; i < to; i++) {
      crc ^= (bytes[i] & 0xFF) << width - 8;
      for (int bit = 0; bit < 8; bit++) {
        boolean carry = (crc >> width - 1 & 1) == 1;
        crc = (crc << 1 ^ (carry ? polynomial : 0)) & (1 << width) - 1;
      }
    }
    return crc;
  }
}
