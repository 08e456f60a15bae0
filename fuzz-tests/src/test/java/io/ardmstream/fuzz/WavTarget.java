package io.ardmstream.fuzz;

/** WAV files. */
final class WavTarget {

  private WavTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    MediaOracle.check(MediaOracle.with(MediaOracle.with(input, 0, "RIFF"), 8, "WAVE"));
  }
}
