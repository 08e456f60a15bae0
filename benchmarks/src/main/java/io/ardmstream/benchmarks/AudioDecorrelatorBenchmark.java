package io.ardmstream.benchmarks;

import io.ardmstream.transform.audio.AudioDecorrelator;
import io.ardmstream.transform.audio.Decorrelated;
import io.ardmstream.transform.audio.SearchEffort;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Audio samples decorrelated and restored per second on one core; stereo, 16 bits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class AudioDecorrelatorBenchmark {
  private static final int FRAMES = 1 << 15;
  private static final int SAMPLES = 2 * FRAMES;

  /** How hard the encoder tries; restoring depends on what it chose. */
  @Param({"FAST", "BEST"})
  private SearchEffort effort;

  private final AudioDecorrelator decorrelator = new AudioDecorrelator(16, true);
  private int[][] samples;
  private Decorrelated decorrelated;

  /** Two resonances driven by noise, one of them in both channels. */
  @Setup
  public void generate() {
    int[] left = resonance(1.8, 300, 1);
    int[] right = resonance(1.5, 200, 2);
    for (int i = 0; i < FRAMES; i++) {
      right[i] += left[i] / 2;
    }
    samples = new int[][] {left, right};
    decorrelated = decorrelator.forward(samples, effort);
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public Decorrelated forward() {
    return decorrelator.forward(samples, effort);
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public int[][] inverse() {
    return decorrelator.inverse(decorrelated.residuals(), decorrelated.parameters());
  }

  private static int[] resonance(double feedback, double drive, long seed) {
    Random random = new Random(seed);
    int[] out = new int[FRAMES];
    double last = 0;
    double before = 0;
    for (int i = 0; i < FRAMES; i++) {
      double next = feedback * last - 0.95 * before + drive * random.nextGaussian();
      before = last;
      last = next;
      out[i] = (int) Math.max(-20000, Math.min(20000, next));
    }
    return out;
  }
}
