package io.ardmstream.benchmarks;

import io.ardmstream.network.DenseKernel;
import io.ardmstream.network.DenseWeights;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.JavaNetwork;
import io.ardmstream.network.Layer;
import io.ardmstream.network.NetworkInput;
import io.ardmstream.network.NetworkSpec;
import java.util.List;
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

/** Multiplications per nanosecond on one core of two dense layers as those of image models. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class NetworkBenchmark {
  private static final int WINDOW = 147;
  private static final int UNITS = 64;
  private static final int ROWS = 4096;
  private static final int MULTIPLICATIONS = (WINDOW * UNITS + UNITS * UNITS) * ROWS;

  /** Whether vectors are used where the JVM has them. */
  @Param({"false", "true"})
  private boolean vectors;

  private final float[][] features = new float[WINDOW][ROWS];
  private JavaNetwork network;

  /** Weights and features that are random. */
  @Setup
  public void generate() {
    Random random = new Random(1);
    for (float[] plane : features) {
      for (int row = 0; row < ROWS; row++) {
        plane[row] = random.nextInt(511) - 255;
      }
    }
    NetworkSpec spec =
        new NetworkSpec(
            "random",
            List.of(new NetworkInput("window", WINDOW, 5, 255)),
            List.of(
                new Layer.Dense("stem", List.of("window"), UNITS, 5, 0, 255),
                new Layer.Dense("wide", List.of("stem"), UNITS, 5, 0, 255)),
            List.of("wide"));
    IntegerNetwork integers =
        new IntegerNetwork(spec, List.of(weights(WINDOW, random), weights(UNITS, random)));
    network = new JavaNetwork(integers, vectors ? DenseKernel.fastest() : DenseKernel.plain());
  }

  private static DenseWeights weights(int inputs, Random random) {
    short[] weights = new short[inputs * UNITS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (short) (random.nextInt(255) - 127);
    }
    return new DenseWeights(weights, new int[UNITS], new byte[UNITS]);
  }

  @Benchmark
  @OperationsPerInvocation(MULTIPLICATIONS)
  public float[][][] evaluate() {
    return network.evaluate(ROWS, features);
  }
}
