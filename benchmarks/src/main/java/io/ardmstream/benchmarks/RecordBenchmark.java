package io.ardmstream.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Source;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds for a record of one megabyte, a picture without compression, and with {@code -prof
 * gc} the bytes that it allocates. Unlike the others it uses all cores, as the codec does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 5, time = 10)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class RecordBenchmark {
  private static final int SIDE = 592;
  private static final int CHANNELS = 3;

  /** Name of the model. */
  @Param({"image-fast"})
  public String model;

  private Codec codec;
  private Codec verifying;
  private List<Source> records;
  private List<byte[]> containers;

  /** Opens the model and makes the record. */
  @Setup
  public void open() {
    codec = codec(false);
    verifying = codec(true);
    records = List.of(Source.of(picture(new Random(1))));
    containers = List.of(codec.encode(records).get(0).orThrow().container());
  }

  @TearDown
  public void close() {
    codec.close();
    verifying.close();
  }

  /** Encodes it. */
  @Benchmark
  public byte[] encode() {
    return codec.encode(records).get(0).orThrow().container();
  }

  /** Encodes it and decodes what it became, for proof: the default. */
  @Benchmark
  public byte[] encodeVerified() {
    return verifying.encode(records).get(0).orThrow().container();
  }

  /** Decodes it. */
  @Benchmark
  public byte[] decode() {
    return codec.decode(containers).get(0).orThrow().bytes();
  }

  private Codec codec(boolean verified) {
    return Codec.builder()
        .models(ModelRegistry.installed())
        .imageModel(model)
        .verify(verified)
        .build();
  }

  /** A portable pixel map: soft shapes and the noise of a sensor. */
  private static byte[] picture(Random random) {
    byte[] header = "P6 %1$d %1$d 255\n".formatted(SIDE).getBytes(US_ASCII);
    byte[] file = new byte[header.length + SIDE * SIDE * CHANNELS];
    System.arraycopy(header, 0, file, 0, header.length);
    int at = header.length;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double light = 110 + 60 * Math.sin(x / 41.0) * Math.cos(y / 67.0) + (x + 2 * y) % 190 / 8.0;
        for (int c = 0; c < CHANNELS; c++) {
          long value = Math.round(light + 12 * c + 3 * random.nextGaussian());
          file[at++] = (byte) Math.max(0, Math.min(255, value));
        }
      }
    }
    return file;
  }
}
