package io.ardmstream.codec.encode;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.coefficient.JpegSketch;
import io.ardmstream.media.SampleLayout;
import java.util.List;
import java.util.Optional;

/**
 * What a record looks like, to tell without coding whether it may lean on another one.
 *
 * @param shape what records must have in common: how samples are cut, the planes of a JPEG file, or
 *     what samples of sound are like
 */
record Look(Object shape, Thumbnail thumbnail) {

  /** The look of a record that is coded by its samples. */
  static Look of(RecordPlan plan) {
    BlockGrid grid = plan.grid;
    return new Look(grid, Thumbnail.of(plan));
  }

  /** The look of a sound: only coding it tells whether it goes on. */
  static Look ofSound(SampleLayout layout) {
    SampleLayout anyLength =
        SampleLayout.audio(0, layout.channels(), layout.bitDepth(), layout.signed());
    return new Look(anyLength, new Thumbnail(0, 0, new int[0]));
  }

  /** The look of a JPEG file, unless it cannot lean on others. */
  static Optional<Look> ofJpeg(byte[] file) {
    return JpegSketch.of(file).map(Look::of);
  }

  private static Look of(JpegSketch sketch) {
    List<List<Integer>> shapes = sketch.shapes();
    return new Look(shapes, new Thumbnail(sketch.width(), sketch.height(), sketch.means()));
  }

  boolean resembles(Look other) {
    return shape.equals(other.shape) && thumbnail.resembles(other.thumbnail);
  }
}
