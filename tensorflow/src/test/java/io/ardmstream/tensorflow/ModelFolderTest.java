package io.ardmstream.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No process leaves its model behind for ever. */
class ModelFolderTest {
  @TempDir Path temp;

  /** Holds a folder until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      ModelFolder folder = ModelFolder.create();
      Files.writeString(folder.path().resolve("saved_model.pb"), "weights");
      Files.writeString(Path.of(arguments[0]), folder.path().toString());
      TimeUnit.MINUTES.sleep(5);
    }
  }

  @Test
  void itIsRemovedWhenItIsClosed() throws IOException {
    ModelFolder folder = ModelFolder.create();
    Files.writeString(folder.path().resolve("file"), "x");
    folder.close();
    assertThat(folder.path()).doesNotExist();
  }

  @Test
  @DisplayName("what a killed process left is removed by the next, what a living one has is not")
  void killed() throws Exception {
    Path told = temp.resolve("told");
    Process holder = hold(told);
    Path theirs = told(told, holder);
    ModelFolder ours = ModelFolder.create();
    assertThat(theirs.resolve("saved_model.pb")).exists();

    holder.destroyForcibly().waitFor();
    ModelFolder next = ModelFolder.create();

    assertThat(theirs).doesNotExist();
    assertThat(ours.path()).exists();
    ours.close();
    next.close();
  }

  private static Process hold(Path told) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            told.toString());
    return new ProcessBuilder(command).inheritIO().start();
  }

  private static Path told(Path file, Process holder) throws Exception {
    while (!Files.exists(file) || Files.size(file) == 0) {
      assertThat(holder.isAlive()).isTrue();
      Thread.sleep(20);
    }
    return Path.of(Files.readString(file));
  }
}
