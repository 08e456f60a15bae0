package io.ardmstream.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import io.ardmstream.cli.files.FileGroups;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import io.ardmstream.demo.StreamedCompression;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares the compress job, from topic to committed topic on a broker and a cluster in this
 * process, with the encoder alone on the same files. The two take turns, so that whatever else the
 * machine does hits both.
 */
final class StreamBench {
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  private final List<List<byte[]>> groups = new ArrayList<>();
  private final List<byte[]> all = new ArrayList<>();

  StreamBench(List<Path> files) throws IOException {
    for (List<Path> paths : FileGroups.ofPaths(files)) {
      List<byte[]> group = new ArrayList<>();
      for (Path path : paths) {
        group.add(Files.readAllBytes(path));
      }
      groups.add(group);
      all.addAll(group);
    }
  }

  /**
   * Takes the times, after rounds of both that do not count: all code has to be compiled first.
   *
   * @param codec the encoder alone, without verification
   * @param settings of the job, the same model
   */
  StreamTimes measure(Codec codec, Map<String, String> settings, Path directory) throws Exception {
    List<StreamTimes.Round> rounds = new ArrayList<>();
    try (StreamedCompression job = StreamedCompression.start(directory, settings)) {
      warmUp(codec, job);
      for (int round = 0; round < ROUNDS; round++) {
        rounds.add(measure(codec, job));
      }
    }
    long bytes = all.stream().mapToLong(file -> file.length).sum();
    return new StreamTimes(bytes, rounds);
  }

  private void warmUp(Codec codec, StreamedCompression job) throws Exception {
    long start = System.nanoTime();
    do {
      measure(codec, job);
    } while (System.nanoTime() - start < WARM_UP.toNanos());
  }

  private StreamTimes.Round measure(Codec codec, StreamedCompression job) throws Exception {
    long before = processor();
    double alone = encode(codec);
    long between = processor();
    double streamed = job.seconds(all);
    double processorShare = (double) (between - before) / (processor() - between);
    return new StreamTimes.Round(alone, streamed, processorShare);
  }

  private double encode(Codec codec) {
    long start = System.nanoTime();
    for (List<byte[]> group : groups) {
      codec.encode(group.stream().map(Source::of).toList()).forEach(Encoding::orThrow);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Nanoseconds that all threads of this process have had a processor for. */
  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
