package io.ardmstream.benchmarks;

import io.ardmstream.ardm.Cdf;
import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.DigitCoding;
import io.ardmstream.ardm.UpscalingStage;
import io.ardmstream.coder.CdfInterval;
import io.ardmstream.coder.RansBlockEncoder;
import io.ardmstream.coder.RansDecoder;
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

/**
 * Values per microsecond of one core, from a distribution to the payload and back; a value has 8 /
 * log<sub>2</sub>(base) digits. The distribution is a table, as cheap as can be: a model's own
 * costs more.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DigitCodingBenchmark {
  private static final int VALUES = 1 << 17;
  private static final int CARDINALITY = 256;

  /** The base of the digits. */
  @Param({"2", "4", "16", "256"})
  public int base;

  private final DigitCoding coding = new DigitCoding();
  private final RansBlockEncoder stack = new RansBlockEncoder();
  private UpscalingStage[] stages;
  private Table[] distributions;
  private int[] values;
  private byte[] payload;

  /** Draws a distribution and a value from it for every sample. */
  @Setup
  public void prepare() {
    DepthUpscaling upscaling = new DepthUpscaling(base, CARDINALITY);
    stages = new UpscalingStage[upscaling.stages()];
    for (int stage = 0; stage < stages.length; stage++) {
      stages[stage] = upscaling.stage(stage);
    }
    Random random = new Random(1);
    distributions = new Table[64];
    for (int i = 0; i < distributions.length; i++) {
      distributions[i] = Table.peaked(random.nextInt(CARDINALITY), 1 + random.nextInt(20));
    }
    values = new int[VALUES];
    for (int i = 0; i < VALUES; i++) {
      values[i] = distributions[i % distributions.length].draw(random);
    }
    payload = encode();
  }

  /** From values to a payload. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public byte[] encode() {
    stack.clear();
    for (int i = 0; i < VALUES; i++) {
      coding.open(distributions[i % distributions.length], 0, CARDINALITY);
      for (UpscalingStage stage : stages) {
        stack.add(coding.encode(stage.width(), stage.digit(values[i])));
      }
    }
    return stack.encode();
  }

  /** From the payload to values. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public int decode() {
    RansDecoder decoder = RansDecoder.open(payload);
    int sum = 0;
    for (int i = 0; i < VALUES; i++) {
      coding.open(distributions[i % distributions.length], 0, CARDINALITY);
      for (UpscalingStage stage : stages) {
        int interval = coding.decode(stage.width(), decoder.peek());
        decoder.pop(CdfInterval.start(interval), CdfInterval.frequency(interval));
      }
      sum += coding.from();
    }
    return sum;
  }

  private record Table(long[] below) implements Cdf {
    static Table peaked(int centre, int scale) {
      long[] below = new long[CARDINALITY + 1];
      for (int value = 0; value < CARDINALITY; value++) {
        double distance = Math.abs(value - centre) / (double) scale;
        below[value + 1] = below[value] + 1 + (long) ((1L << 32) * Math.exp(-distance) / scale);
      }
      return new Table(below);
    }

    @Override
    public long at(int value) {
      return below[value];
    }

    int draw(Random random) {
      long mass = random.nextLong(below[CARDINALITY]);
      int value = 0;
      while (below[value + 1] <= mass) {
        value++;
      }
      return value;
    }
  }
}
