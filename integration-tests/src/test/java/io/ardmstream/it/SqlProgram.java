package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;

/**
 * Flink SQL in a process of its own, which has the format {@code avro-confluent} and nothing of
 * ours, as Flink's SQL client has.
 */
final class SqlProgram {

  private static final String END = "-- end of answer";
  private static final Path FORMAT = Path.of("target", "flink-sql");

  private SqlProgram() {}

  /** Runs statements; what each printed. */
  static List<String> run(List<String> statements) throws Exception {
    Path out = Files.createTempFile(Path.of("target"), "sql-", ".out");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(System.getProperty("jvm.flags").split(" ")));
    command.addAll(
        List.of(
            "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", classPath(), SqlProgram.class.getName()));
    command.addAll(statements);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor()).as("exit code, see " + out).isZero();
    return Arrays.stream(Files.readString(out, UTF_8).split(END)).map(String::strip).toList();
  }

  /** In the process. */
  public static void main(String[] statements) {
    TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    flink.getConfig().set("parallelism.default", "1");
    for (String statement : statements) {
      flink.executeSql(statement).print();
      System.out.println(END);
    }
  }

  private static String classPath() throws IOException {
    try (Stream<Path> formats = Files.list(FORMAT)) {
      return Stream.concat(
              formats.map(Path::toString),
              Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                  .filter(SqlProgram::isFlinks))
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static boolean isFlinks(String entry) {
    String name = Path.of(entry).getFileName().toString();
    return name.equals("test-classes")
        || !name.startsWith("ardm-")
            && !name.equals("classes")
            && !name.matches("(flink-)?avro-.*");
  }
}
