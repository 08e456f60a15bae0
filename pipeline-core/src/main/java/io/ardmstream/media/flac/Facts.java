package io.ardmstream.media.flac;

import java.util.Arrays;

/**
 * What metadata say that follows from the frames: most of STREAMINFO, and the points of SEEKTABLE.
 *
 * @param digest MD5 of the samples; sixteen zeros if the file does not give it
 * @param rate hertz, as the first frame says; 0 if it says nothing
 */
record Facts(FrameIndex index, StreamShape shape, int rate, byte[] digest) {
  private static final int DIGEST_AT = 18;
  private static final int DIGEST_BYTES = 16;
  private static final int SECONDS_APART = 10;

  /** Placeholders have more. */
  private static final int MOST_SAMPLE_BITS = 36;

  /** Whether a file gives a digest. */
  static boolean digested(byte[] head, Metadata metadata) {
    int from = metadata.info() + DIGEST_AT;
    byte[] zeros = new byte[DIGEST_BYTES];
    return metadata.info() >= 0
        && !Arrays.equals(head, from, from + DIGEST_BYTES, zeros, 0, DIGEST_BYTES);
  }

  /**
   * Takes away from the head of a file what follows from the frames, by an exclusive or, or brings
   * it back.
   *
   * @param head the bytes before the first frame; to be changed
   * @param back whether the head is without them
   */
  void mask(byte[] head, boolean back) {
    Metadata.find(head).ifPresent(metadata -> mask(head, metadata, back));
  }

  private void mask(byte[] head, Metadata metadata, boolean back) {
    int info = metadata.info();
    int hertz = rate;
    if (info >= 0) {
      long packed = Metadata.number(head, info + 10, 8);
      mix(head, info, 2, index.leastBlock());
      mix(head, info + 2, 2, index.mostBlock());
      mix(head, info + 4, 3, index.leastBytes());
      mix(head, info + 7, 3, index.mostBytes());
      long likely = (long) rate << 44 | (shape.channels() - 1L) << 41 | (shape.depth() - 1L) << 36;
      likely |= index.length() & (1L << 36) - 1;
      mix(head, info + 10, 8, likely);
      hertz = (int) ((back ? packed ^ likely : packed) >>> 44);
      for (int i = 0; i < DIGEST_BYTES; i++) {
        head[info + DIGEST_AT + i] ^= digest[i];
      }
    }
    for (int i = 0; i < metadata.seekPoints(); i++) {
      point(head, metadata.seekTable() + i * Metadata.POINT_BYTES, (long) i * hertz, back);
    }
  }

  /** Points usually lie at the beginning of the frame that every tenth second is in. */
  private void point(byte[] head, int at, long second, boolean back) {
    long written = Metadata.number(head, at, 8);
    long likely = index.frameStart(second * SECONDS_APART);
    long sample = back ? written ^ likely : written;
    if (written >>> MOST_SAMPLE_BITS == 0) {
      mix(head, at, 8, likely);
      mix(head, at + 8, 8, index.offset(sample));
      mix(head, at + 16, 2, index.blockSize(sample));
    }
  }

  private static void mix(byte[] head, int at, int bytes, long likely) {
    for (int i = 0; i < bytes; i++) {
      head[at + i] ^= (byte) (likely >>> 8 * (bytes - 1 - i));
    }
  }
}
