package io.ardmstream.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.archive.ArchiveStore;
import io.ardmstream.archive.NewFile;
import io.ardmstream.archive.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every place promises in which an archive may lie. */
abstract class ArchiveStoreContract {
  private static final int LARGE = 3_000_000;

  @TempDir private Path temp;
  private ArchiveStore store;

  abstract ArchiveStore store(Path folder) throws IOException;

  @BeforeEach
  void open() throws IOException {
    store = store(temp.resolve("archive"));
  }

  @Test
  void atFirstThereIsNothing() throws IOException {
    assertThat(store.isEmpty()).isTrue();
    assertThat(store.files("data")).isEmpty();
    assertThat(store.exists("marker")).isFalse();
  }

  @Test
  void aFileIsSeenWhenItIsPublished() throws IOException {
    NewFile file = store.create("data/stream=Käse +1/a");
    write(file, "text".getBytes(UTF_8));
    assertThat(store.exists("data/stream=Käse +1/a")).isFalse();

    file.publish();

    assertThat(store.isEmpty()).isFalse();
    assertThat(store.exists("data/stream=Käse +1/a")).isTrue();
    assertThat(store.files("data")).containsExactly("data/stream=Käse +1/a");
    assertThat(content("data/stream=Käse +1/a")).isEqualTo("text".getBytes(UTF_8));
  }

  @Test
  void anAbandonedFileIsNeverSeen() throws IOException {
    NewFile file = store.create("data/a");
    write(file, new byte[LARGE]);

    file.abandon();

    assertThat(store.exists("data/a")).isFalse();
    assertThat(store.files("data")).isEmpty();
  }

  @Test
  void aFileMayTakeThePlaceOfAnother() throws IOException {
    publish("a", "longer".getBytes(UTF_8));
    publish("a", "text".getBytes(UTF_8));

    assertThat(content("a")).isEqualTo("text".getBytes(UTF_8));
  }

  @Test
  void filesOfAllFoldersAreListedByName() throws IOException {
    for (String name : new String[] {"data/b/2", "data/a/9", "data/b/1", "index/x"}) {
      publish(name, new byte[1]);
    }

    assertThat(store.files("data")).containsExactly("data/a/9", "data/b/1", "data/b/2");
    assertThat(store.files("data/b")).containsExactly("data/b/1", "data/b/2");
    assertThat(store.files("none")).isEmpty();
  }

  @Test
  void whatStaysIsListedWhileOthersGo() throws Exception {
    publish("index/stays", new byte[1]);
    ExecutorService other = Executors.newSingleThreadExecutor();
    AtomicBoolean listed = new AtomicBoolean();
    try {
      Future<Integer> comings = other.submit(() -> comeAndGo(listed));
      for (int i = 0; i < 1000; i++) {
        assertThat(store.files("index")).contains("index/stays");
        assertThat(store.isEmpty()).isFalse();
      }
      listed.set(true);
      assertThat(comings.get()).isPositive();
    } finally {
      listed.set(true);
      other.shutdown();
    }
  }

  @Test
  void aFileIsReadAnywhere() throws IOException {
    byte[] bytes = random();
    publish("a", bytes);

    try (StoredFile file = store.open("a")) {
      assertThat(file.size()).isEqualTo(LARGE);
      for (int from : new int[] {LARGE - 10, 5, 262_140, 0, 2_000_000, 262_144, LARGE - 1}) {
        ByteBuffer into = ByteBuffer.allocate(Math.min(500_000, LARGE - from));
        while (into.hasRemaining()) {
          assertThat(file.read(into, from + into.position())).isPositive();
        }
        assertThat(into.array()).isEqualTo(Arrays.copyOfRange(bytes, from, from + into.limit()));
      }
      assertThat(file.read(ByteBuffer.allocate(1), LARGE)).isEqualTo(-1);
      assertThat(file.read(ByteBuffer.allocate(1), LARGE + 5)).isEqualTo(-1);
    }
  }

  @Test
  void whatIsSearchedIsReadOnWhenItIsGone() throws IOException {
    byte[] bytes = random();
    publish("a", bytes);
    try (StoredFile file = store.openToSearch("a")) {
      store.delete("a");

      assertThat(read(file)).isEqualTo(bytes);
    }
  }

  @Test
  void whatIsMissingIsSaidToBeMissing() throws IOException {
    store.delete("data/none");
    assertThatThrownBy(() -> store.open("data/none")).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> store.openToSearch("data/none"))
        .isInstanceOf(NoSuchFileException.class);
  }

  /** Publishes and removes files until it is told that all was listed; tells how many. */
  private int comeAndGo(AtomicBoolean listed) throws IOException {
    int files = 0;
    while (!listed.get()) {
      String name = "index/" + files++;
      publish(name, new byte[1]);
      store.delete(name);
    }
    return files;
  }

  private void publish(String name, byte[] content) throws IOException {
    NewFile file = store.create(name);
    write(file, content);
    file.publish();
  }

  private static void write(NewFile file, byte[] content) throws IOException {
    try (OutputStream out = file.content()) {
      out.write(content);
    }
  }

  private byte[] content(String name) throws IOException {
    try (StoredFile file = store.open(name)) {
      return read(file);
    }
  }

  private static byte[] read(StoredFile file) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer some = ByteBuffer.allocate(100_000);
    while (file.read(some.clear(), all.size()) > 0) {
      all.write(some.array(), 0, some.position());
    }
    return all.toByteArray();
  }

  private static byte[] random() {
    byte[] bytes = new byte[LARGE];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
