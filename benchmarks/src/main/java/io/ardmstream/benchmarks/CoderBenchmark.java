package io.ardmstream.benchmarks;

import io.ardmstream.coder.CdfInterval;
import io.ardmstream.coder.RansDecoder;
import io.ardmstream.coder.RansEncoder;
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

/** Symbols per microsecond (that is, millions per second) of one core, both directions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CoderBenchmark {
  private static final int SYMBOLS = 1 << 18;

  /** What is coded. */
  @Param public BenchmarkAlphabet alphabet;

  /** How many states take turns. */
  @Param({"1", "2", "4", "8"})
  public int lanes;

  private SymbolTable table;
  private int[] symbols;
  private byte[] payload;

  /** Draws the symbols and encodes them once. */
  @Setup
  public void prepare() {
    table = alphabet.table();
    symbols = table.draw(SYMBOLS);
    payload = encode();
  }

  /** Looks up each symbol's interval and pushes it. */
  @Benchmark
  @OperationsPerInvocation(SYMBOLS)
  public byte[] encode() {
    RansEncoder encoder = new RansEncoder(lanes);
    for (int i = SYMBOLS - 1; i >= 0; i--) {
      int interval = table.interval(symbols[i]);
      encoder.push(CdfInterval.start(interval), CdfInterval.frequency(interval));
    }
    return encoder.finish();
  }

  /** Finds each symbol by a table and pops its interval. */
  @Benchmark
  @OperationsPerInvocation(SYMBOLS)
  public int decode() {
    RansDecoder decoder = new RansDecoder(payload, 0, payload.length, lanes);
    int sum = 0;
    for (int i = 0; i < SYMBOLS; i++) {
      int symbol = table.symbolAt(decoder.peek());
      int interval = table.interval(symbol);
      decoder.pop(CdfInterval.start(interval), CdfInterval.frequency(interval));
      sum += symbol;
    }
    return sum;
  }
}
