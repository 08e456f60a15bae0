package io.ardmstream.fuzz;

import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.util.List;
import java.util.stream.Stream;

/** Pictures in any container, and frames of cameras. */
final class RasterTarget {
  private static final String[] MARKS = {
    "P7\n",
    "P4\n",
    "P1\n",
    "Pf\n",
    "II*\0",
    "MM\0*",
    "II+\0",
    "\u0093NUMPY\u0001\0",
    "YUV4MPEG2 W8 H8\nFRAME\n",
    "SIMPLE  =",
    "PK\u0003\u0004",
    "BM"
  };
  private static final List<RawDescriptor> SHAPES =
      Stream.of("i420,7x5", "nv12,8x4", "yuyv,4x4", "bggr16,3x4")
          .map(RawDescriptor::parse)
          .toList();

  private RasterTarget() {}

  /** As it is where that is something, else as what its last byte says. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (MediaOracle.check(input) || input.length == 0) {
      return;
    }
    int choice = (input[input.length - 1] & 0xFF) % (MARKS.length + SHAPES.size() + 1);
    if (choice < MARKS.length) {
      MediaOracle.check(MediaOracle.with(input, 0, MARKS[choice]));
    } else if (choice < MARKS.length + SHAPES.size()) {
      RawDescriptor shape = SHAPES.get(choice - MARKS.length);
      MediaOracle.check(input, MediaOptions.defaults().withRaw(shape));
    } else {
      MediaOracle.check(MediaOracle.with(input, 128, "DICM"));
    }
  }
}
