package io.ardmstream.benchmarks;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.mixing.LogOdds;
import io.ardmstream.mixing.QuickMixer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds for a decision on one core: what opinions say of it, and their mixing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class MixingBenchmark {
  private static final int DECISIONS = 1 << 16;
  private static final int SLOT_BITS = 18;
  private static final int SITUATIONS = 48;

  private final LogisticMixture distribution = new LogisticMixture(1);
  private final int[] contexts = new int[DECISIONS];
  private final int[] bits = new int[DECISIONS];
  private final BitCoder nowhere = (bit, probability) -> bit;
  private QuickMixer mixer;

  /** Decisions in contexts of which few come often, each of them nearly sure. */
  @Setup
  public void generate() {
    Random random = new Random(1);
    for (int i = 0; i < DECISIONS; i++) {
      contexts[i] = (int) Math.abs(1000 * random.nextGaussian());
      bits[i] = random.nextInt(100) < contexts[i] % 100 ? 1 : 0;
    }
    distribution.range(0, 256);
    distribution.set(100 << 8, 256);
    mixer = new QuickMixer(SLOT_BITS, SLOT_BITS - 3, new int[] {1 << 15, 1 << 15}, SITUATIONS);
  }

  @Benchmark
  @OperationsPerInvocation(DECISIONS)
  public int decide() {
    int ones = 0;
    for (int i = 0; i < DECISIONS; i++) {
      mixer.situation(contexts[i] % SITUATIONS);
      mixer.firstContext(contexts[i]);
      mixer.secondContext(contexts[i] >> 2);
      ones += mixer.pass(nowhere, bits[i], 0, 1, contexts[i] & 255, -contexts[i] & 255);
    }
    return ones;
  }

  @Benchmark
  @OperationsPerInvocation(DECISIONS)
  public long weigh() {
    long sum = 0;
    for (int i = 0; i < DECISIONS; i++) {
      long mass = distribution.at(contexts[i] & 255);
      sum += LogOdds.of(mass + 1, LogisticMixture.TOTAL - mass + 1);
    }
    return sum;
  }
}
