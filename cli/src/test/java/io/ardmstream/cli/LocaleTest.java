package io.ardmstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files are bytes: no locale makes a difference, nor do bytes that are no UTF-8. */
class LocaleTest {

  private static final List<String> NAMES =
      List.of("plain.pgm", "Käse/ü.pgm", "日本語.pgm", "\uEFFF\uEFFE.pgm", "caf\uEFE9/x.pgm");

  /** No process lasts long enough to be worth compiling well. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  @TempDir Path temp;
  private Path photos;

  @BeforeEach
  void makePhotos() throws IOException {
    photos = PathText.resolve(temp, "Fotos");
    for (int i = 0; i < NAMES.size(); i++) {
      Path file = PathText.resolve(photos, NAMES.get(i));
      Files.createDirectories(file.getParent());
      SmallMedia.pgm(file, i);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "C.UTF-8"})
  void archivesKeepEveryNameInEveryLocale(String locale) throws Exception {
    assertThat(ardm(locale, "backfill", "--model", "none", "Fotos", "Archív")).isZero();
    assertThat(ardm(locale, "verify", "Archív")).isZero();
    assertThat(ardm(locale, "restore", "Archív", "zurück")).isZero();

    Path restored = PathText.resolve(temp, "zurück/Fotos");
    assertThat(filesBelow(restored)).containsExactlyElementsOf(new TreeSet<>(NAMES));
    for (String name : NAMES) {
      assertThat(PathText.resolve(restored, name))
          .hasSameBinaryContentAs(PathText.resolve(photos, name));
    }
    assertThat(ardm(locale, "restore", "--only", "Fotos/Käse/ü.pgm", "Archív", "eins")).isZero();
    assertThat(filesBelow(PathText.resolve(temp, "eins/Fotos"))).containsExactly("Käse/ü.pgm");
  }

  @Test
  void filesOfEveryNameAreEncodedInTheLocaleOfC() throws Exception {
    List<String> encode = new ArrayList<>(List.of("encode", "--model", "none"));
    List<String> decode = new ArrayList<>(List.of("decode"));
    for (String name : NAMES) {
      encode.add("Fotos/" + name);
      decode.add("Fotos/" + name + ".ardm");
    }
    assertThat(ardm("C", encode.toArray(String[]::new))).isZero();
    for (String name : NAMES) {
      Files.delete(PathText.resolve(photos, name));
    }
    assertThat(ardm("C", decode.toArray(String[]::new))).isZero();
    assertThat(filesBelow(photos)).containsAll(NAMES);
  }

  /** Where a letter is printed, too: the launcher takes the locale of C with UTF-8. */
  @Test
  void theLauncherPrintsNamesInTheLocaleOfC() throws Exception {
    Path launcher = Files.createDirectories(temp.resolve("clone/cli/target/launcher"));
    Path java = Path.of(ProcessHandle.current().info().command().orElseThrow());
    Files.copy(Path.of("..", "ardm"), temp.resolve("clone/ardm"));
    Files.writeString(launcher.resolve("jar"), "that-of-the-class-path.jar");
    Files.writeString(launcher.resolve("classpath"), System.getProperty("java.class.path"));
    Files.writeString(launcher.resolve("jvm.options"), String.join(" ", options()));
    Files.writeString(launcher.resolve("built"), Runtime.version().feature() + "\n" + java + "\n");

    String out =
        output(
            "C",
            List.of("sh", "clone/ardm", "encode", "--json", "--model", "none", "Fotos/日本語.pgm"));

    assertThat(out).contains("\"Fotos/日本語.pgm\"");
    assertThat(PathText.resolve(photos, "日本語.pgm.ardm")).exists();
  }

  private int ardm(String locale, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(options());
    command.addAll(SHORT_LIVED);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Ardm.class.getName()));
    ProcessBuilder builder = start(locale, command, arguments).redirectErrorStream(true);
    return builder.redirectOutput(temp.resolve("out").toFile()).start().waitFor();
  }

  private String output(String locale, List<String> command) throws Exception {
    ProcessBuilder builder = start(locale, command).redirectError(temp.resolve("err").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(() -> err()).isZero();
    return out;
  }

  private String err() {
    try {
      return Files.readString(temp.resolve("err"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** A shell makes the arguments, since Java could not pass every byte on. */
  private ProcessBuilder start(String locale, List<String> command, String... arguments) {
    StringBuilder script = new StringBuilder("exec");
    Stream.concat(command.stream(), Stream.of(arguments)).forEach(a -> quote(a, script));
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", script.toString()).directory(temp.toFile());
    builder.environment().put("LC_ALL", locale);
    return builder;
  }

  private static void quote(String argument, StringBuilder script) {
    script.append(" \"$(printf '");
    for (byte b : PathText.bytes(argument)) {
      script.append("\\%03o".formatted(b & 0xFF));
    }
    script.append("')\"");
  }

  private static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Xmx") && !option.contains("agent"))
        .toList();
  }

  private static TreeSet<String> filesBelow(Path folder) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(PathText.of(folder.relativize(file))));
    }
    return names;
  }
}
