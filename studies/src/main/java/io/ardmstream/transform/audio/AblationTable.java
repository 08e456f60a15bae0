package io.ardmstream.transform.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Prints bits per sample of some sets of audio, a line for each way to code them. */
record AblationTable(List<AudioSet> sets) {

  /**
   * Opens a table and prints its head.
   *
   * @param folders with WAV files of signed samples, a column each
   */
  static AblationTable of(String... folders) throws IOException {
    List<AudioSet> sets = new ArrayList<>();
    for (String folder : folders) {
      sets.add(AudioSet.of(Path.of(folder)));
    }
    AblationTable table = new AblationTable(sets);
    table.line("bits per sample", sets.stream().map(AudioSet::name).toList());
    table.line("---", sets.stream().map(set -> "---").toList());
    return table;
  }

  /**
   * Prints a line.
   *
   * @param cell what to print for a set
   */
  void row(String name, Function<AudioSet, String> cell) {
    line(name, sets.stream().map(cell).toList());
  }

  /** Bits per sample, given the bits of a whole set. */
  static String rate(double bits, AudioSet set) {
    return "%.3f".formatted(bits / set.samples());
  }

  private void line(String first, List<String> others) {
    System.out.println("| " + first + " | " + String.join(" | ", others) + " |");
  }
}
