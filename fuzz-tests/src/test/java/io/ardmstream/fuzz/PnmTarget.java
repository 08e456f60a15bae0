package io.ardmstream.fuzz;

/** PNM files, and files of no known format. */
final class PnmTarget {

  private PnmTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    MediaOracle.check(input);
  }
}
