package io.ardmstream.block.coefficient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a {@link TablePredictor} knows at first, which was learnt once from photographs and belongs
 * to the format: its probabilities, weights and lines, written as those of {@link Prior}.
 */
final class TablePrior {
  /** What sequences begin with, beside this class. */
  static final String SEQUENCES = "prior-sequence.bin";

  private static final Map<Effort, TablePredictor> READ = new EnumMap<>(Effort.class);

  private TablePrior() {}

  /** A predictor that begins with what was learnt. */
  static TablePredictor predictor(Effort effort) {
    TablePredictor learnt;
    synchronized (READ) {
      learnt = READ.computeIfAbsent(effort, TablePrior::read);
    }
    return new TablePredictor(learnt);
  }

  /** A predictor of sequences that begins with what was learnt. */
  static TablePredictor ofSequences() {
    return new TablePredictor(Sequences.LEARNT);
  }

  /** Read when it is needed first. */
  private static final class Sequences {
    static final TablePredictor LEARNT = read(SEQUENCES, FormerTables.predictor());
  }

  private static TablePredictor read(Effort effort) {
    return read(effort.prior, Tables.predictor(effort));
  }

  private static TablePredictor read(String name, TablePredictor predictor) {
    try (InputStream in = TablePrior.class.getResourceAsStream(name)) {
      Prior.readSlots(in, predictor.slots);
      Prior.readWeights(in, predictor.weights);
      Prior.readLines(in, predictor.lines);
      return predictor;
    } catch (IOException unreadable) {
      String message = "Cannot read " + name + " of the class path";
      throw new UncheckedIOException(message, unreadable);
    }
  }

  /** What a predictor has learnt, as bytes. */
  static byte[] of(TablePredictor predictor) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Prior.writeSlots(out, predictor.slots);
    Prior.writeWeights(out, predictor.weights);
    Prior.writeLines(out, predictor.lines);
    return out.toByteArray();
  }
}
