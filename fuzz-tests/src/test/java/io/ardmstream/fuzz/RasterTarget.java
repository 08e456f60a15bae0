package io.ardmstream.fuzz;

import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;

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
  private static final String[] FRAMES = {"i420,7x5", "nv12,8x4", "yuyv,4x4", "bggr16,3x4"};

  private RasterTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    MediaOracle.check(input);
    for (String mark : MARKS) {
      MediaOracle.check(MediaOracle.with(input, 0, mark));
    }
    MediaOracle.check(MediaOracle.with(input, 128, "DICM"));
    for (String frames : FRAMES) {
      RawDescriptor shape = RawDescriptor.parse(frames);
      MediaOracle.check(input, MediaOptions.defaults().withRaw(shape));
    }
  }
}
