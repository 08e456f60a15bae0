package io.ardmstream.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time of some work went. The JVM's flight recorder looks at the running threads every 10
 * milliseconds, which costs next to nothing; clocks around every stage would take longer than some
 * of them.
 *
 * @param looks how often a thread was found at each stage
 */
record StageProfile(Map<Stage, Integer> looks) {
  private static final String EXECUTION_SAMPLE = "jdk.ExecutionSample";
  private static final Duration PERIOD = Duration.ofMillis(10);

  /**
   * Repeats work for a while and watches it.
   *
   * @param file to be written and left behind
   */
  static StageProfile of(Runnable work, Duration time, Path file) throws IOException {
    try (Recording recording = new Recording()) {
      recording.enable(EXECUTION_SAMPLE).withPeriod(PERIOD);
      recording.start();
      long start = System.nanoTime();
      do {
        work.run();
      } while (System.nanoTime() - start < time.toNanos());
      recording.stop();
      recording.dump(file);
    }
    return new StageProfile(looks(RecordingFile.readAllEvents(file)));
  }

  private static Map<Stage, Integer> looks(List<RecordedEvent> events) {
    Map<Stage, Integer> looks = new EnumMap<>(Stage.class);
    for (RecordedEvent event : events) {
      if (event.getEventType().getName().equals(EXECUTION_SAMPLE)
          && event.getStackTrace() != null) {
        List<String> classes =
            event.getStackTrace().getFrames().stream().map(StageProfile::className).toList();
        looks.merge(Stage.of(classes), 1, Integer::sum);
      }
    }
    return looks;
  }

  private static String className(RecordedFrame frame) {
    return frame.getMethod().getType().getName();
  }

  /** Part of all looks that found a thread at a stage. */
  double share(Stage stage) {
    int all = looks.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0 ? 0 : (double) looks.getOrDefault(stage, 0) / all;
  }
}
