package io.ardmstream.media.jpeg.entropy;

/** The second byte of the markers that matter here (T.81, table B.1). */
public final class Marker {
  public static final int PREFIX = 0xFF;
  public static final int BASELINE = 0xC0;
  static final int EXTENDED = 0xC1;
  public static final int PROGRESSIVE = 0xC2;
  public static final int HUFFMAN_TABLES = 0xC4;
  static final int ARITHMETIC_CONDITIONING = 0xCC;
  public static final int FIRST_RESTART = 0xD0;
  public static final int START_OF_IMAGE = 0xD8;
  public static final int END_OF_IMAGE = 0xD9;
  public static final int START_OF_SCAN = 0xDA;
  public static final int QUANTISERS = 0xDB;
  public static final int RESTART_INTERVAL = 0xDD;
  private static final int FIRST_OF_FRAMES = 0xC0;
  private static final int LAST_OF_FRAMES = 0xCF;
  private static final int RESERVED_FOR_EXTENSIONS = 0xC8;
  private static final int LAST_APPLICATION = 0xEF;
  private static final int COMMENT = 0xFE;

  private Marker() {}

  public static boolean isRestart(int marker) {
    return marker >>> 3 == FIRST_RESTART >>> 3;
  }

  public static boolean isFrame(int marker) {
    return marker >= FIRST_OF_FRAMES
        && marker <= LAST_OF_FRAMES
        && marker != HUFFMAN_TABLES
        && marker != RESERVED_FOR_EXTENSIONS
        && marker != ARITHMETIC_CONDITIONING;
  }

  /**
   * Whether it ends entropy-coded data. Markers that no encoder writes there are taken for damaged
   * data.
   */
  public static boolean endsEntropyCoded(int marker) {
    return marker >= FIRST_OF_FRAMES && marker <= LAST_APPLICATION || marker == COMMENT;
  }

  /** Whether a segment of a length of its own follows. */
  public static boolean hasSegment(int marker) {
    return marker >= FIRST_OF_FRAMES
        && !isRestart(marker)
        && marker != START_OF_IMAGE
        && marker != END_OF_IMAGE
        && marker != PREFIX;
  }
}
