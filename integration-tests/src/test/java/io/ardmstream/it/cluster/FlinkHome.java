package io.ardmstream.it.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * A Flink installation as {@code docs/OPERATIONS.md} has it: Flink's own libraries, the folders
 * {@code lib} and {@code usrlib} of {@code distribution}, and a configuration.
 *
 * @param configuration the folder with {@code config.yaml}
 */
record FlinkHome(Path configuration) {

  private static final Path DISTRIBUTION =
      Path.of("..", "distribution", "target", "flink").toAbsolutePath().normalize();
  private static final Path LIB = DISTRIBUTION.resolve("lib");
  private static final Path USRLIB = DISTRIBUTION.resolve("usrlib");
  private static final Path PLUGINS = DISTRIBUTION.resolve("plugins");

  /** Parts of paths of what Flink's distribution carries besides its own modules. */
  private static final List<String> CARRIED =
      List.of(
          "/org/apache/flink/",
          "/org/apache/logging/",
          "/org/slf4j/",
          "/org/apache/commons/",
          "/commons-cli/",
          "/commons-collections/",
          "/org/javassist/",
          "/com/esotericsoftware/",
          "/org/objenesis/",
          "/org/snakeyaml/",
          "/org/xerial/snappy/",
          "/at/yawk/lz4/",
          "/tools/profiler/");

  /**
   * Writes the configuration.
   *
   * @param folder takes {@code config.yaml}
   */
  static FlinkHome of(Path folder, Map<String, String> settings) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("config.yaml"),
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + ": " + setting.getValue() + "\n")
            .collect(Collectors.joining()));
    return new FlinkHome(folder);
  }

  /** What Flink has of its own, and its folder {@code lib}; nothing of a job. */
  static String classPath() {
    String own =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> CARRIED.stream().anyMatch(entry::contains))
            .filter(entry -> !isOfAJob(Path.of(entry).getFileName()))
            .filter(entry -> !Files.exists(LIB.resolve(Path.of(entry).getFileName())))
            .collect(Collectors.joining(File.pathSeparator));
    return own + File.pathSeparator + LIB + "/*";
  }

  private static boolean isOfAJob(Path jar) {
    return jar.toString().startsWith("flink-") && Files.exists(USRLIB.resolve(jar));
  }

  /** Starts a JobManager with one of Flink's entry points. */
  Program jobManager(String entryPoint, List<String> arguments, List<String> prefix)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("--configDir", configuration.toString()));
    all.addAll(arguments);
    return start("jobmanager", prefix, List.of("-Xmx512m"), entryPoint, all);
  }

  /**
   * Starts a TaskManager with the memory of the configuration.
   *
   * @param id how the cluster calls it
   */
  Program taskManager(String id, List<String> prefix) throws IOException {
    Configuration flink = GlobalConfiguration.loadConfiguration(configuration.toString());
    TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(flink);
    List<String> arguments = new ArrayList<>(List.of("--configDir", configuration.toString()));
    arguments.addAll(words(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory)));
    arguments.addAll(List.of("-D", "taskmanager.resource-id=" + id));
    List<String> jvm = new ArrayList<>(words(ProcessMemoryUtils.generateJvmParametersStr(memory)));
    jvm.addAll(words(flink.get(CoreOptions.FLINK_TM_JVM_OPTIONS)));
    return start(
        id, prefix, jvm, "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", arguments);
  }

  /** Starts {@code flink run} for a job of ours, as on a machine with this installation. */
  Program run(List<String> options, String job, List<String> settings) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(options);
    for (Path library : libraries()) {
      arguments.addAll(List.of("--classpath", library.toUri().toString()));
    }
    arguments.addAll(List.of("--class", job, jobs().toString()));
    arguments.addAll(settings);
    return start(
        "flink-run",
        List.of(),
        List.of("-Xmx256m"),
        "org.apache.flink.client.cli.CliFrontend",
        arguments);
  }

  private Program start(
      String name, List<String> prefix, List<String> jvm, String main, List<String> arguments)
      throws IOException {
    List<String> flags = new ArrayList<>(jvm);
    flags.add(ProcessLogging.FLAG);
    List<String> command = new ArrayList<>(prefix);
    command.addAll(Program.java(flags, classPath(), main, arguments));
    return Program.start(
        name,
        command,
        Map.of(
            "FLINK_CONF_DIR", configuration.toString(),
            "FLINK_LIB_DIR", LIB.toString(),
            "FLINK_PLUGINS_DIR", PLUGINS.toString(),
            "MALLOC_ARENA_MAX", "2"));
  }

  private static Path jobs() throws IOException {
    return libraries().stream()
        .filter(jar -> jar.getFileName().toString().startsWith("ardm-flink-jobs-"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> libraries() throws IOException {
    try (Stream<Path> jars = Files.list(USRLIB)) {
      return jars.sorted().toList();
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
