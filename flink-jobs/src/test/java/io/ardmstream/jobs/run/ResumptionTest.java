package io.ardmstream.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumptionTest {
  private static final String PATH = "execution.state-recovery.path";

  @TempDir Path state;

  private static CompressConfig config(String... settings) {
    Map<String, String> all = new HashMap<>();
    all.put("kafka.bootstrap-servers", "localhost:9092");
    all.put("input.topics", "media");
    all.put("output.topic", "encoded");
    all.put("output.statistics-topic", "statistics");
    all.put("output.dead-letter-topic", "letters");
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return CompressConfig.of(new Settings(all));
  }

  private Resumption of(CompressConfig config) throws IOException {
    return Resumption.of(
        config.runtime(),
        config.kafka().bootstrapServers(),
        config.input().topics(),
        config.outputTopics(),
        state.toUri().toString());
  }

  private static Path folder(RuntimeSettings runtime) {
    return Path.of(java.net.URI.create(runtime.checkpointDirectory()).getPath());
  }

  private static Path checkpoint(Path own, String run, int number, long time) throws IOException {
    Path folder = Files.createDirectories(own.resolve(run).resolve("chk-" + number));
    Path metadata = Files.createFile(folder.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(time));
    return folder;
  }

  @Test
  void theFirstStartHasAFolderOfItsOwnAndNothingToGoOnFrom() throws IOException {
    Resumption first = of(config());
    assertThat(first.sentence()).startsWith("Starts anew: there is no checkpoint yet");
    assertThat(folder(first.runtime())).hasParentRaw(state);
    assertThat(folder(first.runtime()).getFileName().toString())
        .matches("ardm-compress-[0-9a-f]{12}");
    assertThat(first.runtime().flink()).doesNotContainKey(PATH);
  }

  @Test
  void nothingIsLeftToGoOnFromWhenTheJobHasEnded() throws IOException {
    Path own = folder(of(config()).runtime());
    checkpoint(own, "run1", 9, 5_000);
    Resumption second = of(config());
    Path atTheEnd = checkpoint(own, "run2", 3, 9_000);
    Files.createDirectories(own.resolve("run2").resolve("shared"));
    second.forget();
    assertThat(state).isEmptyDirectory();
    assertThat(of(config()).sentence()).startsWith("Starts anew: there is no checkpoint yet");
  }

  @Test
  void whatCannotBeRemovedIsLeft() throws IOException {
    Path own = folder(of(config()).runtime());
    Path run = checkpoint(own, "run1", 9, 5_000).getParent();
    // such a link is not listed, and the folder looks empty, as it does while others remove from it
    Files.createSymbolicLink(run.resolve("going"), run.resolve("gone"));
    of(config()).forget();
    assertThat(run).isNotEmptyDirectory();
    assertThat(of(config()).sentence()).startsWith("Starts anew: there is no checkpoint yet");
  }

  @Test
  void aCheckpointThatWasNamedStaysWhenTheJobHasEnded() throws IOException {
    Path own = folder(of(config()).runtime());
    Path named = checkpoint(own, "run1", 9, 5_000);
    Path atTheEnd = checkpoint(own, "run2", 3, 9_000);
    of(config("flink." + PATH, named.toUri().toString())).forget();
    assertThat(named).exists();
    assertThat(atTheEnd).doesNotExist();
  }

  @Test
  void laterStartsGoOnFromTheNewestCompleteCheckpointOfAnyRun() throws IOException {
    Path own = folder(of(config()).runtime());
    checkpoint(own, "run1", 9, 5_000);
    Path newest = checkpoint(own, "run2", 3, 9_000);
    checkpoint(own, "run3", 1, 7_000);
    Files.createDirectories(own.resolve("run3").resolve("chk-99"));
    Files.createDirectories(own.resolve("run3").resolve("shared"));

    Resumption next = of(config());

    assertThat(next.sentence()).startsWith("Goes on from the checkpoint of 1970-01-01T00:00:09Z");
    assertThat(next.runtime().flink().get(PATH)).endsWith(newest.toString());
    assertThat(next.runtime().flink())
        .containsEntry("execution.state-recovery.claim-mode", "CLAIM");
  }

  @Test
  void anotherJobNeverTakesOverItsState() throws IOException {
    checkpoint(folder(of(config()).runtime()), "run1", 9, 5_000);
    assertThat(
            List.of(
                of(config("input.topics", "others")),
                of(config("output.topic", "others")),
                of(config("job.name", "another")),
                of(config("kafka.bootstrap-servers", "elsewhere:9092"))))
        .allSatisfy(other -> assertThat(other.runtime().flink()).doesNotContainKey(PATH));
  }

  @Test
  void whoeverIsToldOtherwiseDoesOtherwise() throws IOException {
    checkpoint(folder(of(config()).runtime()), "run1", 9, 5_000);
    Resumption anew = of(config("job.resume", "false"));
    assertThat(anew.sentence()).startsWith("Starts anew, as told");
    assertThat(anew.runtime().flink()).doesNotContainKey(PATH);
    Resumption told = of(config("flink." + PATH, "/elsewhere/chk-1"));
    assertThat(told.sentence()).startsWith("Goes on from /elsewhere/chk-1, as told");
    assertThat(told.runtime().flink()).containsEntry(PATH, "/elsewhere/chk-1");
  }

  @Test
  void aCheckpointDirectoryThatIsSetHoldsTheFolder() throws IOException {
    Path chosen = state.resolve("chosen");
    Resumption first = of(config("job.checkpoint-directory", chosen.toUri().toString()));
    assertThat(folder(first.runtime())).hasParentRaw(chosen);
  }

  @Test
  void stateLiesWhereTheEnvironmentSays() {
    Properties home = new Properties();
    home.setProperty("user.home", "/home/me");
    assertThat(Resumption.stateFolder(home, Map.of()))
        .isEqualTo("file:///home/me/.local/state/ardm-stream");
    assertThat(Resumption.stateFolder(home, Map.of("XDG_STATE_HOME", "/var/x")))
        .isEqualTo("file:///var/x/ardm-stream");
    assertThat(Resumption.stateFolder(home, Map.of("XDG_STATE_HOME", "relative")))
        .isEqualTo("file:///home/me/.local/state/ardm-stream");
    assertThat(Resumption.stateFolder(home, Map.of("ARDM_STATE", "/s", "XDG_STATE_HOME", "/x")))
        .isEqualTo("file:///s");
  }
}
