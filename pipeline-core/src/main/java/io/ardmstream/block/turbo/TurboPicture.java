package io.ardmstream.block.turbo;

import io.ardmstream.block.Block;
import io.ardmstream.block.SampleRange;

/**
 * Passes the samples of a picture, row by row and in each row plane by plane. In relative colours
 * the second channel comes first, and of the first and third channel the difference to it is
 * passed.
 */
final class TurboPicture {
  /** Planes that have contexts of their own; later ones share those of the last. */
  private static final int CONTEXT_SETS = 4;

  /** Channels of the least picture with colours. */
  static final int COLOURS = 3;

  private static final int SECOND = 1;

  private final Block block;
  private final boolean relative;
  private final PlaneRows[] planes;
  private final PlaneRows nothing;
  private final int[] sums;

  /**
   * A pass.
   *
   * @param relative whether in relative colours
   */
  TurboPicture(Block block, boolean relative) {
    this.block = block;
    this.relative = relative;
    SampleRange range = SampleRange.of(block.layout());
    int least = range.clip(Long.MIN_VALUE);
    int greatest = range.clip(Long.MAX_VALUE);
    int span = greatest - least;
    int width = block.layout().width();
    planes = new PlaneRows[block.layout().channels()];
    for (int i = 0; i < planes.length; i++) {
      boolean difference = isDifference(i);
      planes[i] = new PlaneRows(width, difference ? -span : least, difference ? span : greatest);
    }
    nothing = new PlaneRows(width, 0, 0);
    sums = new int[width + 2 * PlaneRows.MARGIN];
  }

  static ErrorEncoder encoder(int samples) {
    return new ErrorEncoder(CONTEXT_SETS * PlaneRows.CONTEXTS, PlaneRows::level, samples);
  }

  static ErrorDecoder decoder(byte[] bytes) {
    return new ErrorDecoder(CONTEXT_SETS * PlaneRows.CONTEXTS, PlaneRows::level, bytes);
  }

  /** Passes all samples, those of the block. */
  void encode(ErrorEncoder coder) {
    for (int y = 0; y < block.layout().height(); y++) {
      advance();
      for (int i = 0; i < planes.length; i++) {
        load(i, y);
        pass(i, coder);
      }
    }
  }

  /** Fills the block with what is passed. */
  void decode(ErrorDecoder coder) {
    for (int y = 0; y < block.layout().height(); y++) {
      advance();
      for (int i = 0; i < planes.length; i++) {
        pass(i, coder);
        store(i, y);
      }
    }
  }

  private void advance() {
    for (PlaneRows plane : planes) {
      plane.advance();
    }
  }

  private void pass(int i, ErrorCoder coder) {
    PlaneRows plane = planes[i];
    PlaneRows before = i > 0 ? planes[i - 1] : nothing;
    PlaneRows beforeThat = i > 1 ? planes[i - 2] : nothing;
    int contexts = Math.min(i, CONTEXT_SETS - 1) * PlaneRows.CONTEXTS;
    plane.survey(before, beforeThat);
    plane.weights.sum(plane, sums);
    if (i > 0) {
      plane.weights.add(before, beforeThat, sums);
    }
    RowPass.pass(plane, sums, coder, contexts);
    plane.finish();
    if (i > 0) {
      plane.weights.learn(plane, before, beforeThat);
    } else {
      plane.weights.learn(plane);
    }
  }

  private int channel(int i) {
    return relative && i <= SECOND ? SECOND - i : i;
  }

  private boolean isDifference(int i) {
    return relative && (i == 1 || i == 2);
  }

  private void load(int i, int y) {
    int[] samples = block.planes()[channel(i)];
    int[] row = planes[i].row;
    int width = block.layout().width();
    int from = y * width;
    if (!isDifference(i)) {
      System.arraycopy(samples, from, row, PlaneRows.MARGIN, width);
      return;
    }
    int[] second = planes[0].row;
    for (int x = 0; x < width; x++) {
      int at = x + PlaneRows.MARGIN;
      row[at] = samples[from + x] - second[at];
    }
  }

  private void store(int i, int y) {
    int[] samples = block.planes()[channel(i)];
    int[] row = planes[i].row;
    int width = block.layout().width();
    int from = y * width;
    if (!isDifference(i)) {
      System.arraycopy(row, PlaneRows.MARGIN, samples, from, width);
      return;
    }
    int[] second = planes[0].row;
    for (int x = 0; x < width; x++) {
      int at = x + PlaneRows.MARGIN;
      samples[from + x] = planes[0].clamp(row[at] + second[at]);
    }
  }
}
