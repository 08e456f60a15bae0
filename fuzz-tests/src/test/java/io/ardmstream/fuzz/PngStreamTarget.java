package io.ardmstream.fuzz;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;

/** What a container says of a PNG file beside its samples. */
final class PngStreamTarget {
  private static final SampleLayout LAYOUT = SampleLayout.image(24, 10, 3, 8);

  private PngStreamTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    int[][] planes = new int[LAYOUT.channels()][LAYOUT.planeSize()];
    for (int i = 0; i < LAYOUT.planeSize(); i++) {
      planes[0][i] = i & 0xFF;
      planes[1][i] = i * i >> 4 & 0xFF;
      planes[2][i] = i % 24;
    }
    try {
      MediaFormats.restore(new Media(FileFormat.PNG, LAYOUT, planes, input, Fidelity.BYTES));
    } catch (CorruptDataException damage) {
      MediaOracle.require(damage.getMessage() != null, "damage without a message");
    }
  }
}
