package io.ardmstream.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryCacheTest {
  @TempDir Path temp;
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

  @Test
  void unpacksEveryLibraryOfThePlatformAndShowsProgressOnOneLine() throws IOException {
    SmallNativeJar jar = SmallNativeJar.create(temp.resolve("native.jar"), 1);

    Path folder = provide(jar);

    assertThat(SmallNativeJar.digestsOf(folder)).isEqualTo(jar.digests());
    assertThat(messages()).hasLineCount(1).contains("Unpacking").contains(" 50%").contains("100%");
  }

  @Test
  void secondUseIsSilentAndTouchesNothing() throws IOException {
    SmallNativeJar jar = SmallNativeJar.create(temp.resolve("native.jar"), 1);
    Path library = provide(jar).resolve(NativeJar.mainLibrary());
    Object written = Files.getAttribute(library, "unix:ctime");
    messages.reset();

    provide(jar);

    assertThat(messages()).isEmpty();
    assertThat(Files.getAttribute(library, "unix:ctime")).isEqualTo(written);
  }

  @Test
  void otherContentGoesToAnotherFolder() throws IOException {
    SmallNativeJar one = SmallNativeJar.create(temp.resolve("one.jar"), 1);
    SmallNativeJar other = SmallNativeJar.create(temp.resolve("other.jar"), 2);

    assertThat(provide(one)).isNotEqualTo(provide(other));
    assertThat(SmallNativeJar.digestsOf(provide(one))).isEqualTo(one.digests());
  }

  @Test
  void mendsAFolderThatLostPartOfAFile() throws IOException {
    SmallNativeJar jar = SmallNativeJar.create(temp.resolve("native.jar"), 1);
    Files.write(provide(jar).resolve("libtensorflow_cc.so.2"), new byte[10]);

    Path folder = provide(jar);

    assertThat(SmallNativeJar.digestsOf(folder)).isEqualTo(jar.digests());
  }

  @Test
  void processesThatUnpackAtOnceAllGetTheWholeFolder() throws Exception {
    SmallNativeJar jar = SmallNativeJar.create(temp.resolve("native.jar"), 3);
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(PreparingProcess.start(temp.resolve("cache"), "prepare", jar.jar()));
    }

    String errors = "";
    for (Process process : processes) {
      Path folder = Path.of(process.inputReader().readLine());
      errors += new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      assertThat(SmallNativeJar.digestsOf(folder)).isEqualTo(jar.digests());
    }
    assertThat(errors).containsOnlyOnce("Unpacking");
    assertThat(foldersIn(temp.resolve("cache/tensorflow"))).hasSize(1);
  }

  @Test
  void aProcessKilledWhileUnpackingLeavesNothingBehindForLong() throws Exception {
    SmallNativeJar jar = SmallNativeJar.create(temp.resolve("native.jar"), 4);
    Path cache = temp.resolve("cache");
    Process dying = PreparingProcess.start(cache, "die", jar.jar());
    assertThat(dying.waitFor()).isEqualTo(9);
    assertThat(foldersIn(cache.resolve("tensorflow")))
        .singleElement()
        .asString()
        .contains("unfinished-");

    Process next = PreparingProcess.start(cache, "prepare", jar.jar());
    Path folder = Path.of(next.inputReader().readLine());

    assertThat(next.waitFor()).isZero();
    assertThat(SmallNativeJar.digestsOf(folder)).isEqualTo(jar.digests());
    assertThat(foldersIn(cache.resolve("tensorflow"))).containsExactly(folder);
  }

  private Path provide(SmallNativeJar jar) throws IOException {
    try (URLClassLoader loader = jar.loader();
        NativeJar found = NativeJar.find(loader, NativePlatform.current()).orElseThrow()) {
      return new LibraryCache(temp.resolve("cache/tensorflow"), new PrintStream(messages))
          .provide(found);
    }
  }

  private String messages() {
    return messages.toString(StandardCharsets.UTF_8);
  }

  private static List<Path> foldersIn(Path directory) throws IOException {
    try (Stream<Path> list = Files.list(directory)) {
      return list.filter(Files::isDirectory).toList();
    }
  }
}
