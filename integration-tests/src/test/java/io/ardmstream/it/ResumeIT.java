package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.cli.Ardm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands, killed and started again as they were. */
@ExtendWith(StreamingSystem.class)
class ResumeIT {
  private static final int KILLS = 3;
  private static final int EACH = 200;

  @TempDir Path state;
  private Map<String, String> environment = Map.of();

  @Test
  @DisplayName("compress, killed again and again, loses and doubles no record, and ends when told")
  void compressIsKilled(Streams streams) throws Exception {
    int produced = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      produced = produce(streams, produced);
      Process process = start(streams, "never", "kill-" + kill);
      long known = streams.committed(streams.encoded).size();
      await(() -> streams.committed(streams.encoded).size() > known, process);
      produced = produce(streams, produced);
      process.destroyForcibly().waitFor();
    }
    produced = produce(streams, produced);

    Process last = start(streams, "latest", "last");
    assertThat(last.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();

    assertThat(last.exitValue()).isZero();
    assertThat(Files.readString(state.resolve("last.log")))
        .contains("Goes on from the checkpoint of");
    assertThat(streams.committed(streams.encoded).stream().map(r -> new String(r.key(), UTF_8)))
        .hasSize(produced)
        .doesNotHaveDuplicates();
    assertThat(streams.committed(streams.statistics)).hasSize(produced);
  }

  @Test
  @DisplayName("without a checkpoint, or told not to resume, it starts anew and says so")
  void startsAnew(Streams streams) throws Exception {
    produce(streams, 0);
    assertThat(start(streams, "latest", "first").waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(state.resolve("first.log"))).contains("there is no checkpoint yet");
    Process anew = start(streams, "latest", "anew", "--no-resume", "--input.start", "earliest");
    assertThat(anew.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(state.resolve("anew.log"))).contains("Starts anew, as told");
    assertThat(streams.committed(streams.encoded)).hasSize(2 * EACH);
  }

  @Test
  @DisplayName("started again and again to the latest record, it doubles none")
  void goesOnWhereItEnded(Streams streams) throws Exception {
    int produced = 0;
    for (int run = 0; run < 3; run++) {
      produced = produce(streams, produced);
      assertThat(start(streams, "latest", "run-" + run).waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(streams.committed(streams.encoded).stream().map(r -> new String(r.key(), UTF_8)))
          .hasSize(produced)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  @DisplayName("checkpoints may lie in an object store")
  void goesOnFromAnObjectStore(Streams streams) throws Exception {
    try (S3Server s3 = S3Server.start(state.resolve("s3"))) {
      s3.bucket("state");
      environment = s3.environment();
      String[] there = {"--job.checkpoint-directory", "s3://state/jobs"};
      int produced = produce(streams, 0);
      Process process = start(streams, "never", "killed", there);
      await(() -> streams.committed(streams.encoded).size() == EACH, process);
      process.destroyForcibly().waitFor();
      produced = produce(streams, produced);

      Process last = start(streams, "latest", "last", there);
      assertThat(last.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();

      assertThat(Files.readString(state.resolve("last.log")))
          .contains("Goes on from the checkpoint of")
          .contains("s3://state/jobs/");
      assertThat(streams.committed(streams.encoded).stream().map(r -> new String(r.key(), UTF_8)))
          .hasSize(produced)
          .doesNotHaveDuplicates();
    }
  }

  private static int produce(Streams streams, int from) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = from; i < from + EACH; i++) {
      byte[] key = Integer.toString(i).getBytes(UTF_8);
      records.add(new ProducerRecord<>(streams.raw, key, Media.gradient(9, 8, i)));
    }
    streams.produce(records);
    return from + EACH;
  }

  private Process start(Streams streams, String stop, String name, String... further)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(Arrays.asList(System.getProperty("jvm.flags").split(" ")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Ardm.class.getName()));
    command.addAll(
        List.of(
            "compress",
            "--kafka.bootstrap-servers",
            streams.broker.bootstrapServers(),
            "--input.topics",
            streams.raw,
            "--output.topic",
            streams.encoded,
            "--output.statistics-topic",
            streams.statistics,
            "--output.dead-letter-topic",
            streams.letters,
            "--output.transactional-id-prefix",
            streams.raw,
            "--job.checkpoint-interval",
            "300 ms",
            "--job.parallelism",
            "2",
            "--input.group",
            streams.raw,
            "--input.stop",
            stop,
            "--codec.image-model",
            "none",
            "--codec.audio-model",
            "none"));
    command.addAll(List.of(further));
    File log = state.resolve(name + ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().put("ARDM_STATE", state.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition, Process process) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!condition.holds()) {
      assertThat(process.isAlive() && System.nanoTime() < end).isTrue();
      Thread.sleep(100);
    }
  }
}
