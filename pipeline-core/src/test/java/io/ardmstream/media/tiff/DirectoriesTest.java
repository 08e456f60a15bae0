package io.ardmstream.media.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoriesTest {
  private static final short INSIDE = 330;
  private static final short LONG = 4;
  private static final int DIRECTORY = 18;

  /** Each directory is inside the one before, deeper than calls can be. */
  @Test
  void directoriesMayLieInEachOtherAsDeepAsAFileIsLong() {
    int depth = 60_000;
    ByteBuffer file = begin(depth);
    for (int i = 1; i <= depth; i++) {
      directory(file, i < depth ? 8 + i * DIRECTORY : 0, 0);
    }
    assertThat(Directories.of(file.array())).hasSize(depth);
  }

  @Test
  void thoseInsideComeBeforeTheNext() {
    ByteBuffer file = begin(3);
    directory(file, 8 + DIRECTORY, 8 + 2 * DIRECTORY);
    directory(file, 1111, 0);
    directory(file, 2222, 0);
    List<Map<Integer, long[]>> found = Directories.of(file.array());
    assertThat(found).extracting(tags -> tags.get((int) INSIDE)[0]).endsWith(1111L, 2222L);
  }

  private static ByteBuffer begin(int directories) {
    return ByteBuffer.allocate(8 + directories * DIRECTORY)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'I')
        .put((byte) 'I')
        .putShort((short) 42)
        .putInt(8);
  }

  private static void directory(ByteBuffer file, int inside, int next) {
    file.putShort((short) 1).putShort(INSIDE).putShort(LONG).putInt(1).putInt(inside).putInt(next);
  }
}
