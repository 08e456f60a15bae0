package io.ardmstream.benchmarks;

import io.ardmstream.ardm.Policy;
import io.ardmstream.ardm.Schedule;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.ardm.anyorder.PolicySearch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds to plan a block of 65,536 samples, and to search a policy. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ScheduleBenchmark {
  private final double[] losses =
      IntStream.range(0, 1_000_000).mapToDouble(t -> 2 + 5 / (1 + t / 3e4)).toArray();

  /** The lattice of an image block. */
  @Benchmark
  public StepPlan latticeOfAnImage() {
    return Schedule.parse("lattice(6)").plan(256, 256);
  }

  /** The lattice of an audio block. */
  @Benchmark
  public StepPlan latticeOfAudio() {
    return Schedule.parse("lattice(16)").plan(65_536, 1);
  }

  /** The wavefront of an image block. */
  @Benchmark
  public StepPlan wavefront() {
    return Schedule.parse("wavefront(3)").plan(256, 256);
  }

  /** A random order of an image block. */
  @Benchmark
  public StepPlan randomOrder() {
    return Schedule.parse("random(1,policy(50x1))").plan(256, 256);
  }

  /** The best 50 steps for a million variables. */
  @Benchmark
  public Policy policyOfAMillionVariables() {
    return PolicySearch.best(losses, 50);
  }
}
