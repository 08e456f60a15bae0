package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.cli.Ardm;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The blocks of a page of documentation, in one shell, one after the other, as a newcomer types
 * them. Only the script {@code ardm} is another: it builds nothing.
 *
 * @param folder where the shell begins
 */
record Walk(Path folder) {

  /** What runs in the background ends with the shell, where that fails as well. */
  private static final String OPENING = "set -eux\ntrap 'kill $(jobs -p) || true' EXIT\n";

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /**
   * Prepares a folder.
   *
   * @param parts of the clone that the page names
   */
  static Walk in(Path folder, List<String> parts) throws IOException {
    for (String link : parts) {
      Files.createSymbolicLink(folder.resolve(link), ROOT.resolve(link));
    }
    Path ardm = Files.writeString(folder.resolve("ardm"), script());
    Files.setPosixFilePermissions(ardm, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Walk(folder);
  }

  /** What a page has for the shell. */
  static List<String> blocks(String page) throws IOException {
    return Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(ROOT.resolve(page), UTF_8))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  static void assertPortIsFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port)) {
      assertThat(socket.isBound()).isTrue();
    }
  }

  /** Starts the shell, which ends at the first command that fails. */
  Process start(List<String> blocks) throws IOException {
    Files.writeString(folder.resolve("walk.sh"), OPENING + String.join("\n", blocks));
    ProcessBuilder shell =
        new ProcessBuilder("bash", "walk.sh")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("walk.log").toFile());
    shell.environment().put("ARDM_STATE", folder.resolve("state").toString());
    return shell.start();
  }

  /** Waits for its end, leaves nothing behind, and returns its exit code. */
  static int end(Process walk, Duration patience) throws InterruptedException {
    try {
      assertThat(walk.waitFor(patience.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return walk.exitValue();
    } finally {
      walk.descendants().forEach(ProcessHandle::destroyForcibly);
      walk.destroyForcibly().waitFor();
    }
  }

  /** Commands, and what they have printed. */
  String said() throws IOException {
    return Files.readString(folder.resolve("walk.log"), UTF_8);
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
}
