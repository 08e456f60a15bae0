package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/**
 * The compress job as {@code docker/compose.yaml} starts it, with the same command, the same
 * settings of Flink and the folders of {@code distribution}: a JobManager and a TaskManager, each a
 * process of its own, but no containers.
 */
@ExtendWith(StreamingSystem.class)
class ApplicationModeIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path LIB = ROOT.resolve("distribution/target/flink/lib");
  private static final Path USRLIB = ROOT.resolve("distribution/target/flink/usrlib");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int RECORDS = 5;

  private final List<Process> processes = new ArrayList<>();
  @TempDir private Path folder;

  @Test
  void theDeploymentCompresses(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      records.add(
          new ProducerRecord<>(streams.raw, new byte[] {(byte) i}, Media.gradient(40, 30, i)));
    }
    streams.produce(records);
    try {
      configure();
      startJobManager(streams);
      startTaskManager();
      awaitEncoded(streams);
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
    assertThat(streams.committed(streams.letters)).isEmpty();
    assertThat(streams.replay().records()).isEqualTo(RECORDS);
  }

  private void awaitEncoded(Streams streams) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (streams.committed(streams.encoded).size() < RECORDS && Instant.now().isBefore(end)) {
      assertThat(processes).as("see the logs in target").allMatch(Process::isAlive);
      Thread.sleep(200);
    }
    assertThat(streams.committed(streams.encoded)).hasSize(RECORDS);
  }

  private void configure() throws Exception {
    Map<String, Object> compose =
        new Yaml().load(Files.readString(ROOT.resolve("docker/compose.yaml")));
    Map<?, ?> compress = (Map<?, ?>) compose.get("x-compress");
    String settings = compress.get("FLINK_PROPERTIES").toString();
    Files.writeString(
        folder.resolve("config.yaml"),
        settings
                .replace("file:///state", folder.resolve("state").toUri().toString())
                // Flink's own plugin folder, which is in no library
                .replaceAll("(?m)^metrics\\.reporter.*\\R", "")
            + "jobmanager.rpc.address: localhost\n"
            + ("jobmanager.rpc.port: " + freePort() + "\n")
            + ("rest.port: " + freePort() + "\n")
            + "taskmanager.host: localhost\n");
  }

  private void startJobManager(Streams streams) throws Exception {
    start(
        "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint",
        "--configDir",
        folder.toString(),
        "--job-classname",
        "io.ardmstream.jobs.job.CompressJob",
        "--kafka.bootstrap-servers",
        streams.broker.bootstrapServers(),
        "--config",
        ROOT.resolve("config/compress.yaml").toString(),
        "--job.checkpoint-interval=300 ms",
        "--input.topics=" + streams.raw,
        "--output.topic=" + streams.encoded,
        "--output.statistics-topic=" + streams.statistics,
        "--output.dead-letter-topic=" + streams.letters);
  }

  private void startTaskManager() throws Exception {
    Configuration flink = GlobalConfiguration.loadConfiguration(folder.toString());
    String memory =
        TaskExecutorProcessUtils.generateDynamicConfigsStr(
            TaskExecutorProcessUtils.processSpecFromConfig(flink));
    List<String> arguments = new ArrayList<>(List.of("--configDir", folder.toString()));
    arguments.addAll(List.of(memory.strip().split(" +")));
    start(
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        arguments.toArray(String[]::new));
  }

  private void start(String mainClass, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
    command.addAll(Arrays.stream(System.getProperty("jvm.flags").split(" ")).toList());
    command.addAll(List.of("-cp", flinkClassPath(), mainClass));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment());
    String name = mainClass.substring(mainClass.lastIndexOf('.') + 1);
    processes.add(builder.redirectOutput(Path.of("target", name + ".log").toFile()).start());
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("FLINK_LIB_DIR", LIB.toString());
    environment.put("FLINK_CONF_DIR", folder.toString());
    return environment;
  }

  /** What Flink has of its own, and its folder {@code lib}; nothing of ours, nothing of a job. */
  private static String flinkClassPath() {
    String own =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar") && !entry.contains("/target/"))
            .filter(entry -> !Files.exists(USRLIB.resolve(Path.of(entry).getFileName())))
            .filter(entry -> !Files.exists(LIB.resolve(Path.of(entry).getFileName())))
            .filter(entry -> !entry.contains("/ardm-"))
            .collect(Collectors.joining(File.pathSeparator));
    return own + File.pathSeparator + LIB + "/*";
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
