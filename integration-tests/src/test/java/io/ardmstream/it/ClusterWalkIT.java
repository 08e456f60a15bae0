package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.EncodedRecord;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The blocks of {@code docs/CLUSTER.md}: a JobManager, a TaskManager and a broker as processes, and
 * two versions of the jobs.
 */
class ClusterWalkIT {
  private static final int BROKER_PORT = 9092;
  private static final int WEB_PORT = 8081;
  private static final int SAMPLES = 27;
  private static final AvroMessage<EncodedRecord> ENCODED = AvroMessage.of(EncodedRecord.class);
  private static final Path USRLIB = Walk.ROOT.resolve("distribution/target/flink/usrlib");
  private static final String NEXT = "9.9.9";

  @TempDir Path folder;

  @Test
  @Timeout(1800)
  @DisplayName(
      "install, run, upgrade and go back as written: no record is lost, doubled or changed")
  void walk() throws Exception {
    new Requirement("curl", "curl", "the walk to a cluster").locate();
    Walk.assertPortIsFree(BROKER_PORT);
    Walk.assertPortIsFree(WEB_PORT);
    Walk walk = Walk.in(folder, List.of("samples", "config", "flink-home", "distribution"));
    layOutNextVersion(folder.resolve("next"));
    Path compared = folder.resolve("compared");
    Path goOn = folder.resolve("go-on");

    Process shell = walk.start(blocks());
    Map<String, String> versions = new TreeMap<>();
    try {
      while (shell.isAlive() && !Files.exists(compared)) {
        Thread.sleep(200);
      }
      if (shell.isAlive()) {
        versions.putAll(versionsByKey());
      }
    } finally {
      Files.createFile(goOn);
    }

    int code = Walk.end(shell, Duration.ofMinutes(5));
    assertThat(code).as(walk.said()).isZero();
    assertThat(walk.said()).contains("all the same", "no dead letters");
    assertThat(versions)
        .hasSize(SAMPLES)
        .allSatisfy((key, version) -> assertThat(version.endsWith(NEXT)).isEqualTo(isFrame(key)));
    assertThat(folder.resolve("cluster")).doesNotExist();
  }

  /** All blocks but the first, which the build of this test has done; the last waits for a look. */
  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>(Walk.blocks("docs/CLUSTER.md"));
    assertThat(blocks).hasSizeGreaterThan(7);
    assertThat(blocks.remove(0)).contains("./mvnw ", "flink-home,distribution,cli");
    blocks.add(1, "cp -r next cluster/ardm-0.2.0");
    blocks.add(blocks.size() - 1, "touch compared; until [ -e go-on ]; do sleep 0.2; done");
    return blocks;
  }

  /** The version that encoded each record, all of which are there once. */
  private static Map<String, String> versionsByKey() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> encoded =
        new Topics("localhost:" + BROKER_PORT).committed("media.ardm");
    assertThat(encoded).hasSize(SAMPLES);
    Map<String, String> versions = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : encoded) {
      String version = ENCODED.fromBytes(record.value()).getCodecVersion();
      assertThat(versions.put(new String(record.key(), UTF_8), version)).isNull();
    }
    return versions;
  }

  private static boolean isFrame(String key) {
    return Files.exists(Walk.ROOT.resolve("samples/frames").resolve(Path.of(key).getFileName()));
  }

  /** The jobs of this build under another version, which is in the names of the jars as well. */
  private static void layOutNextVersion(Path next) throws IOException {
    Files.createDirectories(next.resolve("usrlib"));
    Files.createDirectories(next.resolve("config"));
    for (Path file : files(Walk.ROOT.resolve("config"))) {
      Files.copy(file, next.resolve("config").resolve(file.getFileName()));
    }
    for (Path jar : files(USRLIB)) {
      String name = jar.getFileName().toString();
      String renamed = name.replaceFirst("^(ardm-[a-z-]+)-[0-9].*", "$1-" + NEXT + ".jar");
      Path copy = Files.copy(jar, next.resolve("usrlib").resolve(renamed));
      if (name.startsWith("ardm-pipeline-core-")) {
        try (FileSystem inside = FileSystems.newFileSystem(copy)) {
          Path version = inside.getPath("io/ardmstream/codec/version.properties");
          assertThat(version).exists();
          Files.writeString(version, "version=" + NEXT + "\n");
        }
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toList());
    }
  }
}
