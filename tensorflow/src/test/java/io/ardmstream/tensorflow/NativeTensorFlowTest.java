package io.ardmstream.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeTensorFlowTest {
  @TempDir Path temp;
  private final Properties before = new Properties();
  private final PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());

  @BeforeEach
  void startWithoutAFolder() {
    assumeTrue(System.getenv(NativeTensorFlow.LIBRARY_PATH) == null, "this machine has its own");
    before.putAll(System.getProperties());
    System.clearProperty(NativeTensorFlow.LIBRARY_PATH);
  }

  @AfterEach
  void restoreProperties() {
    System.setProperties(before);
  }

  @Test
  void tellsDjlTheFolderAndKeepsItOffTheNetwork() throws IOException {
    SmallNativeJar jar = SmallNativeJar.create(temp.resolve("native.jar"), 1);
    try (URLClassLoader loader = jar.loader()) {
      Path folder = NativeTensorFlow.prepare(loader, temp.resolve("cache"), nowhere);

      assertThat(System.getProperty("TENSORFLOW_LIBRARY_PATH")).isEqualTo(folder.toString());
      assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
      assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    }
  }

  @Test
  void aFolderThatWasChosenWins() throws IOException {
    Path chosen = Files.createDirectory(temp.resolve("chosen"));
    Files.createFile(chosen.resolve(NativeJar.mainLibrary()));
    System.setProperty(NativeTensorFlow.LIBRARY_PATH, temp + java.io.File.pathSeparator + chosen);
    Path cache = temp.resolve("cache");

    assertThat(NativeTensorFlow.prepare(noJar(), cache, nowhere)).isEqualTo(chosen);
    assertThat(cache).doesNotExist();
  }

  @Test
  void aChosenFolderWithoutLibrariesIsAnErrorOfOneLine() {
    System.setProperty(NativeTensorFlow.LIBRARY_PATH, temp.toString());

    assertThatThrownBy(() -> NativeTensorFlow.prepare(noJar(), temp, nowhere))
        .isInstanceOf(NativeLibraryException.class)
        .hasMessageContaining(temp.toString())
        .message()
        .hasLineCount(1);
  }

  @Test
  void aPlatformWithoutJarIsAnErrorOfOneLineThatNamesIt() {
    assertThatThrownBy(() -> NativeTensorFlow.prepare(noJar(), temp, nowhere))
        .isInstanceOf(NativeLibraryException.class)
        .hasMessageContaining(NativePlatform.current().name())
        .message()
        .hasLineCount(1);
  }

  @Test
  void aCacheThatCannotBeWrittenIsAnErrorWithARemedy() throws IOException {
    SmallNativeJar jar = SmallNativeJar.create(temp.resolve("native.jar"), 1);
    Path file = Files.createFile(temp.resolve("file"));
    try (URLClassLoader loader = jar.loader()) {
      assertThatThrownBy(() -> NativeTensorFlow.prepare(loader, file, nowhere))
          .isInstanceOf(NativeLibraryException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining(CacheDirectory.VARIABLE);
    }
  }

  private static ClassLoader noJar() {
    return new URLClassLoader(new URL[0], null);
  }
}
