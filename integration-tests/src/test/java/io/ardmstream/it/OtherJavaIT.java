package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other versions of Java on this machine write the same bytes as the one that builds. Such versions
 * are looked for where Linux distributions install them, newer than this one. The environment
 * variable {@code ARDM_JAVAS} names the homes of more, with colons between them, of any version and
 * for any processor that {@code bin/java} brings to life.
 */
@DisplayName("Every Java from 17 writes the same containers")
class OtherJavaIT {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");
  private static final List<Path> SAMPLES =
      List.of(
          Path.of("..", "samples", "images", "kitten-on-lawn.png"),
          Path.of("..", "samples", "images", "egg-basket.jpg"),
          Path.of("..", "samples", "audio", "speech-cat.wav"));

  /** Emulated processors are slow. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static List<Path> others;

  @BeforeAll
  static void findOthers() throws IOException {
    try (Stream<Path> homes = Files.exists(INSTALLED) ? Files.list(INSTALLED) : Stream.empty()) {
      others = Stream.concat(named(), homes.filter(OtherJavaIT::isNewer).sorted()).toList();
    }
    Assumptions.assumeFalse(others.isEmpty(), "NOT TESTED: no newer Java in " + INSTALLED);
  }

  @Test
  @DisplayName("Published models compute what they promise")
  void modelsAreExact() throws Exception {
    for (Path other : others) {
      ArdmProcess selftest = run(other, List.of("selftest", "--engine", "java"));

      assertThat(selftest.exitCode()).as("%s: %s", other, selftest.err()).isZero();
      assertThat(selftest.out()).contains(": exact");
    }
  }

  @Test
  @DisplayName("Files are coded to the same bytes and come back by the other Java")
  void containersAreTheSame(@TempDir Path directory) throws Exception {
    Path here = Path.of(System.getProperty("java.home"));
    for (Path sample : SAMPLES) {
      Path ours = directory.resolve(sample.getFileName() + ".ardm");
      encode(here, sample, ours);
      for (Path other : others) {
        Path theirs = directory.resolve(other.getFileName() + "-" + ours.getFileName());
        Path restored = directory.resolve(other.getFileName() + "-" + sample.getFileName());
        encode(other, sample, theirs);
        ArdmProcess decode = run(other, List.of("decode", ours.toString(), "-o", "" + restored));

        assertThat(theirs).as("%s", other).hasSameBinaryContentAs(ours);
        assertThat(decode.exitCode()).as("%s: %s", other, decode.err()).isZero();
        assertThat(restored).hasSameBinaryContentAs(sample);
      }
    }
  }

  private static void encode(Path javaHome, Path from, Path to) throws Exception {
    ArdmProcess encode = run(javaHome, List.of("encode", from.toString(), "-o", to.toString()));
    assertThat(encode.exitCode()).as("%s: %s", javaHome, encode.err()).isZero();
  }

  private static ArdmProcess run(Path javaHome, List<String> arguments) throws Exception {
    String classPath = System.getProperty("java.class.path");
    return ArdmProcess.run(javaHome, "-Xmx1g", PATIENCE, classPath, arguments);
  }

  private static Stream<Path> named() {
    return Pattern.compile(":")
        .splitAsStream(System.getenv().getOrDefault("ARDM_JAVAS", ""))
        .filter(home -> !home.isEmpty())
        .map(Path::of);
  }

  private static boolean isNewer(Path home) {
    Path release = home.resolve("release");
    if (Files.isSymbolicLink(home) || !Files.isReadable(release)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(release)) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> Runtime.Version.parse(line.split("\"")[1]))
          .anyMatch(version -> version.feature() > Runtime.version().feature());
    } catch (IOException e) {
      return false;
    }
  }
}
