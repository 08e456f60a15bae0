package io.ardmstream.codec;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Bounds how many samples are worked on at once, however many a call brings: one for each KiB of
 * the heap, so that the work of encoding takes about a quarter of it.
 */
public final class SampleBudget {
  private static final long LEAST_SAMPLES = 1 << 20;
  private static final long MOST_SAMPLES = 1 << 24;
  private static final long HEAP_A_SAMPLE = 1 << 10;
  private static final long WAVE = ofHeap(Runtime.getRuntime().maxMemory());

  private long samples;

  /** What a history learns from a sample takes as much memory as so many samples. */
  private static final int HISTORY = 8;

  /** What a history is before it has learnt anything takes as much as so many samples. */
  private static final int EMPTY_HISTORY = 1 << 14;

  /** How much of a budget a record of so many blocks and samples and its histories take. */
  public static long ofHistories(int blocks, long samples) {
    return (long) EMPTY_HISTORY * blocks + HISTORY * samples;
  }

  /** Hands on blocks in their order, no more at a time than fill a wave. */
  public static <B> void inWaves(
      List<B> blocks, ToLongFunction<B> samples, Consumer<List<B>> work) {
    for (int from = 0, to = 0; from < blocks.size(); from = to) {
      SampleBudget wave = new SampleBudget();
      while (to < blocks.size() && wave.hasRoom()) {
        wave.add(samples.applyAsLong(blocks.get(to++)));
      }
      work.accept(blocks.subList(from, to));
    }
  }

  /** Whether another record or block may be taken in; the first one always is. */
  public boolean hasRoom() {
    return samples < WAVE;
  }

  /** Samples that are worked on at once in a heap of so many bytes. */
  static long ofHeap(long bytes) {
    return Math.max(LEAST_SAMPLES, Math.min(MOST_SAMPLES, bytes / HEAP_A_SAMPLE));
  }

  public void add(long more) {
    samples += more;
  }

  public long samples() {
    return samples;
  }
}
