package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.cli.Ardm;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The blocks of the README, in one shell, one after the other, as a newcomer types them. Only the
 * script {@code ardm} is another: it builds nothing.
 */
class ReadmeWalkIT {
  private static final int BROKER_PORT = 9092;
  private static final int LONGEST_REPLAY = 10;
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  @Timeout(900)
  @DisplayName("every command works as written, and a successful replay says little")
  void walk() throws Exception {
    assertPortIsFree();
    for (String link : List.of("samples", "config")) {
      Files.createSymbolicLink(folder.resolve(link), ROOT.resolve(link));
    }
    Files.writeString(folder.resolve("ardm"), script());
    Files.setPosixFilePermissions(
        folder.resolve("ardm"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("walk.sh"), "set -eux\n" + String.join("\n", blocks()));

    int code = run();

    String said = Files.readString(folder.resolve("walk.log"), UTF_8);
    assertThat(code).as(said).isZero();
    assertThat(said)
        .contains("all the same", "27 records, ", "no dead letters", "Rates of media.statistics");
    assertThat(replayed(said)).as(said).hasSizeLessThanOrEqualTo(LONGEST_REPLAY);
    assertThat(folder.resolve("archive")).doesNotExist();
  }

  private static long samples() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("samples"), 2)) {
      return files.filter(file -> file.getParent().getParent().endsWith("samples")).count();
    }
  }

  /** All blocks but the first, whose commands are tests of their own. */
  private static List<String> blocks() throws IOException {
    List<String> blocks =
        Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(ROOT.resolve("README.md"), UTF_8))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(blocks.get(0)).contains("./ardm demo", "./mvnw verify");
    assertThat(blocks).hasSizeGreaterThan(5);
    return blocks.subList(1, blocks.size());
  }

  private int run() throws Exception {
    ProcessBuilder shell =
        new ProcessBuilder("bash", "walk.sh")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("walk.log").toFile());
    shell.environment().put("ARDM_STATE", folder.resolve("state").toString());
    Process walk = shell.start();
    try {
      assertThat(walk.waitFor(14, TimeUnit.MINUTES)).isTrue();
      return walk.exitValue();
    } finally {
      walk.descendants().forEach(ProcessHandle::destroyForcibly);
      walk.destroyForcibly().waitFor();
    }
  }

  /** What stands between the command and the next. */
  private static List<String> replayed(String said) {
    List<String> lines = said.lines().toList();
    int start =
        lines.indexOf("+ ./ardm replay --config config/replay.yaml --output.directory restored");
    assertThat(start).isPositive();
    return lines.subList(start + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("+ "))
        .toList();
  }

  private static String script() {
    return "#!/bin/sh\nexport TF_CPP_MIN_LOG_LEVEL=2 DJL_OFFLINE=true\nexec '%s' -Xmx1g %s -Dardm.home='%s' -cp '%s' %s \"$@\"\n"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            System.getProperty("jvm.flags"),
            ROOT,
            System.getProperty("java.class.path"),
            Ardm.class.getName());
  }

  private static void assertPortIsFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(BROKER_PORT)) {
      assertThat(socket.isBound()).isTrue();
    }
  }
}
