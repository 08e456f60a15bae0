package io.ardmstream.fuzz;

/** BMP files. */
final class BmpTarget {

  private BmpTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    MediaOracle.check(MediaOracle.with(input, 0, "BM"));
  }
}
