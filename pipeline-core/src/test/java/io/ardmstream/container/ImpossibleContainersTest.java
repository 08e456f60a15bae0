package io.ardmstream.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.SampleLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Containers whose checksums hold, and which nobody can have written. */
class ImpossibleContainersTest {

  /** What follows the mark, as docs/FORMAT.md has it. */
  static Stream<Arguments> headers() {
    return Stream.of(
        Arguments.of("version 0", "There is no format version 0", ints(0x00, 0x20, 0x1D, 1)),
        Arguments.of(
            "a file format without meaning", "no file format 0", ints(0x10, 0x00, 0x1D, 1)),
        Arguments.of(
            "foreign bytes beyond the end",
            "ends inside its header",
            ints(0x10, 0x2E, 0x1D, 1, 0, 0, 0, 0, 1)),
        Arguments.of(
            "more foreign bytes than any array holds",
            "ends inside its header",
            ints(0x10, 0x2F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0x1D, 1, 0, 0)),
        Arguments.of("no channel", "no such shape", ints(0x10, 0x20, 0x1C, 0, 1, 0, 0, 0, 0)),
        Arguments.of("256 channels", "no such shape", ints(0x10, 0x20, 0x1C, 0x80, 2, 1, 0, 0)),
        Arguments.of(
            "2^32 + 1 channels of nothing",
            "no such shape",
            ints(0x10, 0x20, 0x1C, 0x81, 0x80, 0x80, 0x80, 0x10, 0, 0, 0, 0, 0)),
        Arguments.of(
            "2^32 + 5 columns of no row",
            "no such shape",
            ints(0x10, 0x30, 0x1D, 0x85, 0x80, 0x80, 0x80, 0x10, 0, 0, 0, 0, 0)),
        Arguments.of("a number without end", "number does not end", ints(0x10, 0x20, 0x1D, ends())),
        Arguments.of("no column of blocks", "grid cannot be", grid(8, 8, 0, 2)),
        Arguments.of("one block that is many", "grid cannot be", grid(8, 8, 1, 1)),
        Arguments.of("more columns of blocks than pixels", "grid cannot be", grid(2, 8, 3, 1)),
        Arguments.of("an index that does not fit", "grid cannot be", grid(8, 8, 8, 8)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void areDamaged(String name, String message, int[] afterMark) {
    ByteWriter writer = new ByteWriter().bytes(Wire.MARK);
    Arrays.stream(afterMark).forEach(writer::u8);
    byte[] container = writer.checksum().toBytes();

    assertThatThrownBy(() -> open(container))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aBlockOfAModelNeedsTheNameOfOne() {
    byte[] container = two(BlockMode.ARDM);

    assertThatThrownBy(() -> open(container))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("A block lacks a model");
  }

  @Test
  void blocksFillTheContainer() {
    byte[] container = two(BlockMode.STORED);
    for (int change : new int[] {-1, 1}) {
      byte[] resized = resealed(Arrays.copyOf(container, container.length + change));

      assertThatThrownBy(() -> open(resized))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("The blocks do not fill the container");
    }
  }

  @Test
  void aDamagedHeaderIsNotTakenForDamagedBlocks() {
    byte[] container = two(BlockMode.STORED);
    int blocks = open(container).entries().get(0).offset();
    for (int at = 0; at < blocks; at++) {
      byte[] damaged = container.clone();
      damaged[at] ^= 1;

      assertThatThrownBy(() -> open(damaged))
          .as("byte %d", at)
          .isInstanceOf(CorruptDataException.class);
    }
    container[blocks] ^= 1;
    assertThat(open(container).whole()).isFalse();
  }

  @Test
  void oneBlockAloneHasToBeWhole() {
    BlockGrid grid = new BlockGrid(SampleLayout.audio(8, 1, 8, false), 1, 1);
    BlockPayload block = new BlockPayload(BlockMode.STORED, 7, new byte[8]);
    byte[] container = ContainerWriter.write(header(grid), List.of(block));
    container[container.length - 6] ^= 1;

    assertThatThrownBy(() -> open(container))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("The checksum does not hold");
  }

  /** The blocks of a damaged container may reach beyond its end, but not beyond any array. */
  @Test
  void aBlockIsNotLongerThanAnyArray() {
    ByteWriter writer = new ByteWriter().bytes(Wire.MARK);
    Arrays.stream(ints(0x12, 0x30, 0x1D, 8, 8, 2, 1, 0, 0, 0, 0)).forEach(writer::u8);
    int before = writer.toBytes().length;
    for (long length : new long[] {Integer.MAX_VALUE - 100L, Integer.MAX_VALUE}) {
      ByteWriter index = new ByteWriter().bytes(Arrays.copyOf(writer.toBytes(), before));
      index.varint(length << 2).u32(0).varint(4 << 2).u32(0);
      byte[] damaged = index.checksum().bytes(new byte[16]).toBytes();
      if (length < Integer.MAX_VALUE) {
        Container read = open(damaged);
        assertThat(read.whole()).isFalse();
        assertThat(read.holds(0)).isFalse();
      } else {
        assertThatThrownBy(() -> open(damaged))
            .isInstanceOf(CorruptDataException.class)
            .hasMessageContaining("A block is too long");
      }
    }
  }

  private static byte[] two(BlockMode mode) {
    BlockGrid grid = new BlockGrid(SampleLayout.audio(8, 1, 8, false), 2, 1);
    BlockPayload block = new BlockPayload(mode, 7, new byte[4]);
    return ContainerWriter.write(header(grid), List.of(block, block));
  }

  private static Header header(BlockGrid grid) {
    return new Header(FileFormat.RAW_PCM, Fidelity.BYTES, grid, Optional.empty(), 3, new byte[2]);
  }

  private static Container open(byte[] container) {
    return ContainerReader.open(container, Limits.none());
  }

  private static byte[] resealed(byte[] container) {
    byte[] content = Arrays.copyOf(container, container.length - Wire.CHECKSUM_BYTES);
    return new ByteWriter().bytes(content).checksum().toBytes();
  }

  private static int[] grid(int width, int height, int columns, int rows) {
    return Arrays.copyOf(ints(0x12, 0x30, 0x1D, width, height, columns, rows), 40);
  }

  private static int[] ends() {
    int[] without = new int[9];
    Arrays.fill(without, 0xFF);
    return without;
  }

  private static int[] ints(int... values) {
    return values;
  }

  private static int[] ints(int first, int second, int third, int[] rest) {
    int[] all = new int[3 + rest.length];
    all[0] = first;
    all[1] = second;
    all[2] = third;
    System.arraycopy(rest, 0, all, 3, rest.length);
    return all;
  }
}
