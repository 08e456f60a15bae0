package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ardm} in a clone whose modules are packaged already: Maven has no work. */
class LauncherIT {

  @TempDir private Path folder;
  private Path clone;
  private Path launcher;

  @BeforeEach
  void makeClone() throws IOException {
    clone = folder.resolve("a clone");
    launcher = Files.createDirectories(clone.resolve("cli/target/launcher"));
    Files.copy(Walk.ROOT.resolve("ardm"), clone.resolve("ardm"));
    Files.createSymbolicLink(clone.resolve("samples"), Walk.ROOT.resolve("samples"));
    Path maven = Files.writeString(clone.resolve("mvnw"), "#!/bin/sh\nexit 0\n");
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(launcher.resolve("jar"), "that-of-the-class-path.jar");
    Files.writeString(launcher.resolve("jvm.options"), System.getProperty("jvm.flags"));
    Files.writeString(launcher.resolve("classpath"), jars());
  }

  /** What is packaged: classes in folders are in no archive of the JVM. */
  private static String jars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Files.isRegularFile(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  @DisplayName("after a build, commands share the classes that were loaded once")
  void classesAreShared() throws Exception {
    assertThat(ardm("-Xshare:auto")).startsWith("0 Building").contains("\nardm-stream ");
    // this JVM ends at once if the archive is missing or fits neither it nor the class path
    assertThat(ardm("-Xshare:on -Xlog:class+load")).contains("Ardm source: shared objects file");
  }

  @Test
  @DisplayName("an archive that does not fit is left aside without a word")
  void anotherArchiveIsLeftAside() throws Exception {
    ardm("-Xshare:auto");
    Files.writeString(launcher.resolve("shared/classes.jsa"), "no archive");
    assertThat(ardm("-Xshare:auto")).startsWith("0 ardm-stream ").hasLineCount(1);
  }

  /** The exit code of {@code ardm --version}, and what it says. */
  private String ardm(String options) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", clone.resolve("ardm").toString(), "--version");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("ARDM_JAVA_OPTS", options);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() + " " + said;
  }
}
