package io.ardmstream.media.formats;

/** Lengths of coded audio frames, by which files without a header of their own are known. */
final class AudioFrames {
  /** Kilobits a second of layer III by index, of MPEG-1 and of MPEG-2. */
  private static final int[][] RATES = {
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
  };

  /** The same of layer II of MPEG-1; that of MPEG-2 is as layer III. */
  private static final int[] RATES_TWO = {
    0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384
  };

  private static final int[] HERTZ = {44100, 48000, 32000};
  private static final int ADTS_HEADER = 7;
  private static final int LATM_HEADER = 3;
  private static final int LATM_SYNC = 0x2B7;

  private AudioFrames() {}

  /** Bytes of the AAC frame with ADTS header (ISO/IEC 13818-7, 6.2) at a place, 0 if none is. */
  static int adtsLength(byte[] file, int at) {
    if (at + ADTS_HEADER > file.length || word(file, at, 2) >> 4 != 0xFFF) {
      return 0;
    }
    boolean valid = (file[at + 1] & 6) == 0 && (file[at + 2] >> 2 & 15) < 13;
    int length = word(file, at + 3, 3) >> 5 & 0x1FFF;
    return valid && length > ADTS_HEADER ? length : 0;
  }

  /** Bytes of the AAC frame in LOAS (ISO/IEC 14496-3, 1.7.2) at a place, 0 if none is. */
  static int latmLength(byte[] file, int at) {
    if (at + LATM_HEADER > file.length || word(file, at, 2) >> 5 != LATM_SYNC) {
      return 0;
    }
    return LATM_HEADER + (word(file, at, LATM_HEADER) & 0x1FFF);
  }

  /** Bytes of the frame of layer III (ISO/IEC 11172-3, 2.4.1.3) at a place, 0 if none is. */
  static int mp3Length(byte[] file, int at) {
    return mpegLength(file, at, false);
  }

  /** Bytes of the frame of layer II at a place, 0 if none is. */
  static int mp2Length(byte[] file, int at) {
    return mpegLength(file, at, true);
  }

  private static int mpegLength(byte[] file, int at, boolean two) {
    if (at + 4 > file.length || word(file, at, 2) >> 5 != 0x7FF) {
      return 0;
    }
    int version = file[at + 1] >> 3 & 3;
    boolean layer = (file[at + 1] >> 1 & 3) == (two ? 2 : 1);
    int rate = file[at + 2] >> 4 & 15;
    int hertz = file[at + 2] >> 2 & 3;
    if (version == 1 || !layer || rate == 0 || rate == 15 || hertz == 3) {
      return 0;
    }
    boolean first = version == 3;
    int frequency = HERTZ[hertz] >> (first ? 0 : version == 2 ? 1 : 2);
    int[] rates = first && two ? RATES_TWO : RATES[first ? 0 : 1];
    int bits = rates[rate] * 1000;
    return (first || two ? 144 : 72) * bits / frequency + (file[at + 2] >> 1 & 1);
  }

  private static int word(byte[] file, int at, int bytes) {
    int word = 0;
    for (int i = 0; i < bytes; i++) {
      word = word << 8 | file[at + i] & 0xFF;
    }
    return word;
  }
}
