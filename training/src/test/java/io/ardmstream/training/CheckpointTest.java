package io.ardmstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint is the old one or the new one, whatever the disk does. */
class CheckpointTest {

  private static final Checkpoint OLD = checkpoint(1);
  private static final Checkpoint NEW = checkpoint(2);

  @TempDir Path temp;

  /**
   * A disk that is full after some writes, and on which a file has no content but that which was
   * forced.
   */
  private static final class Disk extends FilterFileSystemProvider {
    private final int room;
    private long forced;
    private int writes;

    Disk(Path folder, int room) {
      super("disk://", folder.getFileSystem());
      this.room = room;
    }

    @Override
    public FileChannel newFileChannel(
        Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      forced = 0;
      return new FilterFileChannel(super.newFileChannel(path, options, attributes)) {
        @Override
        public int write(ByteBuffer source) throws IOException {
          if (writes++ >= room) {
            throw new IOException("No space left on device");
          }
          return super.write(source);
        }

        @Override
        public void force(boolean metaData) throws IOException {
          super.force(metaData);
          forced = size();
        }
      };
    }

    /** The power fails right after a rename: it is on the disk, what was not forced is not. */
    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
      super.move(source, target, options);
      try (FileChannel file = FileChannel.open(toDelegate(target), StandardOpenOption.WRITE)) {
        file.truncate(forced);
      }
    }
  }

  @Test
  void aCheckpointOutlivesAPowerFailure() throws IOException {
    Path file = temp.resolve("checkpoint");
    OLD.write(file);

    NEW.write(new Disk(temp, Integer.MAX_VALUE).wrapPath(file));

    assertSame(Checkpoint.read(file), NEW);
  }

  @Test
  void aFullDiskLeavesTheOldCheckpoint() throws IOException {
    Path file = temp.resolve("checkpoint");
    OLD.write(file);
    for (int room = 0; room < 3; room++) {
      Path full = new Disk(temp, room).wrapPath(file);
      assertThatThrownBy(() -> NEW.write(full)).hasMessageContaining("No space left");
      assertSame(Checkpoint.read(file), OLD);
    }
    NEW.write(file);
    assertSame(Checkpoint.read(file), NEW);
    assertThat(Files.exists(temp.resolve("checkpoint.part"))).isFalse();
  }

  private static void assertSame(Checkpoint read, Checkpoint expected) {
    assertThat(read.step()).isEqualTo(expected.step());
    assertThat(read.variables().get("weights")).isEqualTo(expected.variables().get("weights"));
  }

  /** Larger than a few buffers. */
  private static Checkpoint checkpoint(int step) {
    float[] weights = new float[20_000];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = step * i;
    }
    return new Checkpoint(step, 10, Map.of("weights", weights));
  }
}
