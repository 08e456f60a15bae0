package io.ardmstream.block.coefficient;

import io.ardmstream.mixing.Logistic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a predictor of coefficients knows at first, which was learnt once from photographs and
 * belongs to the format.
 *
 * <p>First a byte for each adaptive probability: 0 if it has seen nothing, else 1 + 4 * level +
 * class, the level being its log odds in units of 2^-2 plus 31, and the class how much it has seen.
 * Then, in two bytes each with the upper one first, the three sets of weights and the last weights
 * in units of 2^-12, and the corrected probabilities in units of 2^-16.
 */
final class Prior {
  private static final int[] SEEN = {2, 7, 18, 30};
  private static final int[] SEEN_FROM = {1, 4, 12, 30};
  private static final int COUNT_BITS = 10;
  private static final int LEVEL_SHIFT = 6;
  private static final int MOST_LEVEL = 31;
  private static final int WEIGHT_SHIFT = 4;
  private static final int LINE_SHIFT = 6;
  private static final Map<Effort, BitPredictor> READ = new EnumMap<>(Effort.class);

  private Prior() {}

  /** A predictor that begins with what was learnt. */
  static BitPredictor predictor(Effort effort) {
    BitPredictor learnt;
    synchronized (READ) {
      learnt = READ.computeIfAbsent(effort, Prior::read);
    }
    BitPredictor predictor = NumberCoder.predictor(effort);
    copy(learnt.slots, predictor.slots);
    for (int set = 0; set < BitPredictor.SETS; set++) {
      copy(learnt.weights[set], predictor.weights[set]);
    }
    copy(learnt.last, predictor.last);
    copy(learnt.lines, predictor.lines);
    return predictor;
  }

  private static void copy(int[] from, int[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  private static BitPredictor read(Effort effort) {
    try (InputStream in = Prior.class.getResourceAsStream(effort.prior)) {
      return read(effort, in);
    } catch (IOException unreadable) {
      String message = "Cannot read " + effort.prior + " of the class path";
      throw new UncheckedIOException(message, unreadable);
    }
  }

  private static BitPredictor read(Effort effort, InputStream in) throws IOException {
    BitPredictor predictor = NumberCoder.predictor(effort);
    readSlots(in, predictor.slots);
    for (int[] set : predictor.weights) {
      readWeights(in, set);
    }
    readWeights(in, predictor.last);
    readLines(in, predictor.lines);
    return predictor;
  }

  /** Reads a byte for each adaptive probability. */
  static void readSlots(InputStream in, int[] into) throws IOException {
    byte[] slots = in.readNBytes(into.length);
    for (int i = 0; i < slots.length; i++) {
      int value = (slots[i] & 0xFF) - 1;
      if (value >= 0) {
        int logOdds = (value >> 2) - MOST_LEVEL << LEVEL_SHIFT;
        into[i] = Logistic.squash(logOdds) << 16 | SEEN[value & 3];
      }
    }
  }

  static void readWeights(InputStream in, int[] into) throws IOException {
    read(in, into, WEIGHT_SHIFT, true);
  }

  static void readLines(InputStream in, int[] into) throws IOException {
    read(in, into, LINE_SHIFT, false);
  }

  private static void read(InputStream in, int[] into, int shift, boolean signed)
      throws IOException {
    byte[] bytes = in.readNBytes(2 * into.length);
    for (int i = 0; i < into.length; i++) {
      int value = bytes[2 * i] << 8 | bytes[2 * i + 1] & 0xFF;
      into[i] = (signed ? value : value & 0xFFFF) << shift;
    }
  }

  /** What a predictor has learnt, as bytes. */
  static byte[] of(BitPredictor predictor) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeSlots(out, predictor.slots);
    for (int[] set : predictor.weights) {
      writeWeights(out, set);
    }
    writeWeights(out, predictor.last);
    writeLines(out, predictor.lines);
    return out.toByteArray();
  }

  static void writeSlots(ByteArrayOutputStream out, int[] slots) {
    for (int slot : slots) {
      int seen = slot & (1 << COUNT_BITS) - 1;
      int logOdds = Logistic.stretch(slot >>> 16) + (1 << LEVEL_SHIFT - 1) >> LEVEL_SHIFT;
      int level = Math.max(-MOST_LEVEL, Math.min(MOST_LEVEL, logOdds)) + MOST_LEVEL;
      int kind = SEEN_FROM.length - 1;
      while (kind > 0 && seen < SEEN_FROM[kind]) {
        kind--;
      }
      out.write(seen == 0 ? 0 : 1 + 4 * level + kind);
    }
  }

  static void writeWeights(ByteArrayOutputStream out, int[] weights) {
    write(out, weights, WEIGHT_SHIFT, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  static void writeLines(ByteArrayOutputStream out, int[] lines) {
    write(out, lines, LINE_SHIFT, 0, (1 << 16) - 1);
  }

  private static void write(
      ByteArrayOutputStream out, int[] values, int shift, int least, int most) {
    for (int value : values) {
      int rounded = Math.max(least, Math.min(most, value + (1 << shift - 1) >> shift));
      out.write(rounded >> 8);
      out.write(rounded);
    }
  }
}
