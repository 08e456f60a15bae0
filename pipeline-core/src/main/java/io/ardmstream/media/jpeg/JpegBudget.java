package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.entropy.JpegFrame;
import io.ardmstream.media.jpeg.entropy.NotJpegException;
import io.ardmstream.media.jpeg.entropy.Scan;

/**
 * What the images of a file may have. Scans may repeat themselves, and one of a few bytes can pass
 * millions of blocks, so the size of an image does not bound the work that it takes.
 *
 * @param coefficients of all images
 * @param scans of all images
 * @param blocks that all scans together pass
 */
record JpegBudget(long coefficients, int scans, long blocks) {

  /** More than any encoder writes. */
  static final int MOST_SCANS = 1024;

  private static final long MOST_BLOCKS = 1L << 28;
  private static final long FREE_BLOCKS = 1L << 24;

  /** 32 scans of as many blocks as a byte may have. */
  private static final long BLOCKS_OF_BYTE = 256;

  /** Of a payload that is to be read. */
  static JpegBudget ofPayload(long mostCoefficients) {
    return new JpegBudget(mostCoefficients, MOST_SCANS, MOST_BLOCKS);
  }

  /** Of a file; its payload is within the budget of payloads. */
  static JpegBudget ofFile(int bytes, long mostCoefficients) {
    long blocks = Math.min(MOST_BLOCKS, FREE_BLOCKS + BLOCKS_OF_BYTE * bytes);
    return new JpegBudget(mostCoefficients, MOST_SCANS, blocks);
  }

  /**
   * What is left beside a scan.
   *
   * @throws NotJpegException if it takes more than there is
   */
  JpegBudget without(Scan scan) throws NotJpegException {
    long left = blocks - scan.blocks();
    if (scans == 0 || left < 0) {
      throw new NotJpegException("more scans than its bytes can be worth");
    }
    return new JpegBudget(coefficients, scans - 1, left);
  }

  /** What is left beside the coefficients of an image. */
  JpegBudget without(JpegFrame frame) {
    long left = coefficients - frame.blocks() * CoefficientPlane.BLOCK;
    return new JpegBudget(left, scans, blocks);
  }
}
