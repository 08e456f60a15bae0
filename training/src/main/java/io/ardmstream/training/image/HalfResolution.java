package io.ardmstream.training.image;

import java.util.Random;

/**
 * One way to halve the resolution of a line of samples and to bring it back.
 *
 * @param siting where the remaining samples lie
 * @param phase 0 or 1: the first of them belongs to the first sample of the line or to the one
 *     after (co-sited), or to the first two or to the first alone (centred, repeated)
 */
record HalfResolution(Siting siting, int phase) {

  /** Where samples of half the resolution lie, and how those between are found. */
  enum Siting {
    /** On every second sample; lines between them. */
    CO_SITED,
    /** Between two samples; lines between them. */
    CENTRED,
    /** Between two samples, which both get the value. */
    REPEATED
  }

  static HalfResolution any(Random random) {
    int draw = random.nextInt(20);
    Siting siting = draw < 9 ? Siting.CO_SITED : draw < 18 ? Siting.CENTRED : Siting.REPEATED;
    return new HalfResolution(siting, random.nextInt(2));
  }

  HalfResolution inAnyPhase(Random random) {
    return new HalfResolution(siting, random.nextInt(2));
  }

  /** Replaces {@code length} samples that begin at {@code from} and are {@code step} apart. */
  void apply(int[] samples, int from, int step, int length) {
    int[] line = new int[length];
    for (int i = 0; i < length; i++) {
      line[i] = samples[from + i * step];
    }
    for (int i = 0; i < length; i++) {
      samples[from + i * step] = restored(line, i);
    }
  }

  private int restored(int[] line, int i) {
    int pair = i + phase >> 1;
    boolean second = (i + phase & 1) == 1;
    return switch (siting) {
      case CO_SITED -> second ? mean(smooth(line, i - 1), smooth(line, i + 1)) : smooth(line, i);
      case CENTRED -> {
        int near = pairMean(line, pair);
        int far = pairMean(line, second ? pair + 1 : pair - 1);
        yield (int) Math.rint(0.75 * near + 0.25 * far);
      }
      case REPEATED -> pairMean(line, pair);
    };
  }

  private int pairMean(int[] line, int pair) {
    return mean(at(line, 2 * pair - phase), at(line, 2 * pair - phase + 1));
  }

  private static int smooth(int[] line, int i) {
    return (int) Math.rint(0.25 * at(line, i - 1) + 0.5 * at(line, i) + 0.25 * at(line, i + 1));
  }

  private static int mean(int a, int b) {
    return (int) Math.rint((a + b) / 2.0);
  }

  private static int at(int[] line, int i) {
    return line[Math.max(0, Math.min(line.length - 1, i))];
  }
}
