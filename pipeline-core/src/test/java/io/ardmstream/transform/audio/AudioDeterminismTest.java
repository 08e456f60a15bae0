package io.ardmstream.transform.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The residuals are part of the format: interpreted, compiled and other Java machines must find the
 * same ones.
 */
class AudioDeterminismTest {
  /** Frames long enough for the longest history to wrap around. */
  private static final int LONG = 6000;

  /** Frames few enough for an interpreter. */
  private static final int SHORT = 500;

  /** Only the compiler that does not optimise much, C1. */
  private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final Path THIS_JAVA = Path.of(System.getProperty("java.home"));

  /**
   * Blocks written once must be readable for ever, so these digests never change; new sets get new
   * ones.
   */
  @Test
  void residualsAreThePublishedOnes() throws Exception {
    try (InputStream published = getClass().getResourceAsStream("residual-digests.txt")) {
      String text = new String(published.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(ResidualDigest.ofAll(LONG)).isEqualTo(text.strip());
    }
  }

  @Test
  void interpretedAndCompiledCodeAgree() throws Exception {
    assertThat(digests(THIS_JAVA, "-Xint")).isEqualTo(ResidualDigest.ofAll(SHORT));
    assertThat(digests(THIS_JAVA, "-Xcomp")).isEqualTo(ResidualDigest.ofAll(SHORT));
    assertThat(digests(THIS_JAVA, FIRST_COMPILER)).isEqualTo(ResidualDigest.ofAll(SHORT));
  }

  @Test
  void withoutVectorInstructionsTheResidualsAreTheSame() throws Exception {
    assertThat(digests(THIS_JAVA, "-XX:-UseSuperWord")).isEqualTo(ResidualDigest.ofAll(SHORT));
  }

  /**
   * Set ARDM_OTHER_JAVA to the home of another Java to compare with it; else one is looked for
   * beside this one.
   */
  @Test
  void anotherJavaAgrees() throws Exception {
    Optional<Path> other = otherJava();
    assumeTrue(other.isPresent(), "no second Java is installed; set ARDM_OTHER_JAVA to its home");

    assertThat(digests(other.get(), "-server")).isEqualTo(ResidualDigest.ofAll(SHORT));
  }

  private static String digests(Path home, String option) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(java(home).toString());
    command.add(option);
    command.add("-cp");
    command.add(classPath());
    command.add(ResidualDigest.class.getName());
    command.add(Integer.toString(SHORT));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }

  /** Only the two folders with this project's classes: what is digested needs nothing else. */
  private static String classPath() throws Exception {
    Path main = folderOf(AudioDecorrelator.class);
    Path test = folderOf(ResidualDigest.class);
    return main + System.getProperty("path.separator") + test;
  }

  private static Path folderOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Optional<Path> otherJava() throws IOException {
    String named = System.getenv("ARDM_OTHER_JAVA");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    Path own = THIS_JAVA.toRealPath();
    try (Stream<Path> neighbours = Files.list(own.getParent())) {
      return neighbours
          .filter(home -> Files.isExecutable(java(home)) && !sameFile(home, own))
          .sorted()
          .findFirst();
    }
  }

  private static boolean sameFile(Path home, Path own) {
    try {
      return home.toRealPath().equals(own);
    } catch (IOException e) {
      return true;
    }
  }

  private static Path java(Path home) {
    return home.resolve("bin").resolve("java");
  }
}
