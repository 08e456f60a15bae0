package io.ardmstream.fuzz;

/** Files of sound that are not WAV. */
final class SoundTarget {
  private static final String W64 =
      "riff\u002e\u0091\u00cf\u0011\u00a5\u00d6\u0028\u00db\u0004\u00c1\0\0";
  private static final String[][] MARKS = {
    {"FORM", "AIFF"},
    {"FORM", "AIFC"},
    {".snd", ""},
    {"caff", ""},
    {"RF64", "WAVE"},
    {"RIFX", "WAVE"}
  };

  private SoundTarget() {}

  /** As it is where that is something, else as what its last byte says. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (MediaOracle.check(input) || input.length == 0) {
      return;
    }
    int choice = (input[input.length - 1] & 0xFF) % (MARKS.length + 1);
    if (choice < MARKS.length) {
      String[] marks = MARKS[choice];
      MediaOracle.check(MediaOracle.with(MediaOracle.with(input, 0, marks[0]), 8, marks[1]));
    } else {
      MediaOracle.check(MediaOracle.with(MediaOracle.with(input, 0, W64), 24, "wave"));
    }
  }
}
