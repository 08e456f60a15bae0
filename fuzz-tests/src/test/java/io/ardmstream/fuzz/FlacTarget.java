package io.ardmstream.fuzz;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;

/**
 * FLAC files, also with the checksums they ought to have, and the same bytes as what a container
 * says of a FLAC file.
 */
final class FlacTarget {
  private static final SampleLayout LAYOUT = SampleLayout.audio(200, 2, 16, true);

  private FlacTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    MediaOracle.check(input);
    MediaOracle.check(FlacSeals.sealed(input));
    int[][] planes = new int[LAYOUT.channels()][LAYOUT.width()];
    for (int t = 0; t < LAYOUT.width(); t++) {
      planes[0][t] = t * t % 1000;
      planes[1][t] = planes[0][t] - t % 7;
    }
    try {
      MediaFormats.restore(new Media(FileFormat.FLAC, LAYOUT, planes, input, Fidelity.BYTES));
    } catch (CorruptDataException damage) {
      MediaOracle.require(damage.getMessage() != null, "damage without a message");
    }
  }
}
