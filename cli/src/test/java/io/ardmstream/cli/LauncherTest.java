package io.ardmstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir Path clone;
  private Path script;

  @BeforeEach
  void copyScript() throws IOException {
    script = Files.copy(Path.of("..", "ardm"), clone.resolve("ardm"));
  }

  @Test
  void saysInOneLineThatThereIsNoJava() throws Exception {
    assertThat(run(clone.resolve("nowhere")))
        .isEqualTo(
            "6 ardm: no Java found: ardm-stream needs"
                + " JDK 17 or newer; install one and put it in the PATH or name it in JAVA_HOME.\n");
  }

  @Test
  void saysInOneLineThatJavaIsTooOld() throws Exception {
    Path home = javaHome("    java.specification.version = 11");

    assertThat(run(home)).startsWith("6 ardm: " + home).contains("is Java 11").hasLineCount(1);
  }

  @Test
  void saysInOneLineThatTheCompilerIsMissing() throws Exception {
    Path home = javaHome("    java.specification.version = 21");

    assertThat(run(home)).startsWith("6 ardm: " + home).contains("javac").hasLineCount(1);
  }

  private Path javaHome(String properties) throws IOException {
    Path home = clone.resolve("jdk");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho '" + properties + "' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private String run(Path javaHome) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", script.toString(), "--version");
    builder.environment().put("JAVA_HOME", javaHome.toString());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + output;
  }
}
