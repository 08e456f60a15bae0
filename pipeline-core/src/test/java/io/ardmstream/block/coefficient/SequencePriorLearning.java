package io.ardmstream.block.coefficient;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.media.jpeg.JpegFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes what {@link JpegSequence} begins with from streams of JPEG files: the first argument is the
 * folder where it goes, the others are folders with a folder for each stream. The published one is
 * part of the format; a new one needs a new version of it.
 */
final class SequencePriorLearning {
  private static final int MIXED = 0x9E3779B1;

  /** What a context that is new counts for at first, in units of 2^-16. */
  private static final int FIRST_WEIGHT = (1 << 16) / 10;

  private SequencePriorLearning() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> streams = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      streams.addAll(sorted(Path.of(arguments[i])));
    }
    // in an order that has nothing to do with qualities
    streams.sort(
        Comparator.comparingInt((Path file) -> file.getFileName().toString().hashCode() * MIXED)
            .thenComparing(Comparator.naturalOrder()));
    TablePredictor predictor = begun();
    BitCoder nowhere = (bit, probability) -> bit;
    for (Path stream : streams) {
      JpegSequence sequence = new JpegSequence(predictor);
      for (Path file : sorted(stream)) {
        JpegFile parsed = JpegFile.parse(Files.readAllBytes(file), 1 << 28);
        sequence.pass(parsed.planes().stream().map(CodedPlane::measured).toList(), nowhere, true);
      }
    }
    Files.write(Path.of(arguments[0], TablePrior.SEQUENCES), TablePrior.of(predictor));
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  /** What single files begin with, for all degrees of change alike. */
  private static TablePredictor begun() {
    TablePredictor light = TablePrior.predictor(Effort.LIGHT);
    TablePredictor predictor = FormerTables.predictor();
    System.arraycopy(light.slots, 0, predictor.slots, 0, light.slots.length);
    System.arraycopy(light.lines, 0, predictor.lines, 0, light.lines.length);
    int known = Effort.LIGHT.contexts;
    int all = known + FormerTables.CONTEXTS;
    for (int row = 0; row < FormerTables.DEGREES * Tables.ROWS; row++) {
      int from = row % Tables.ROWS * (known + 1);
      int to = row * (all + 1);
      System.arraycopy(light.weights, from, predictor.weights, to, known);
      for (int i = known; i < all; i++) {
        predictor.weights[to + i] = FIRST_WEIGHT;
      }
      predictor.weights[to + all] = light.weights[from + known];
    }
    return predictor;
  }
}
