package io.ardmstream.container;

import static io.ardmstream.container.Wire.CHANNELS_MANY;
import static io.ardmstream.container.Wire.FLAG_MANY;
import static io.ardmstream.container.Wire.FLAG_MODEL;
import static io.ardmstream.container.Wire.FLAG_SAMPLES;
import static io.ardmstream.container.Wire.FOREIGN_LONG;
import static io.ardmstream.container.Wire.JPEG_GROUPS;
import static io.ardmstream.container.Wire.MARK;
import static io.ardmstream.container.Wire.MOST_SHORT_CHANNELS;
import static io.ardmstream.container.Wire.RANKS;
import static io.ardmstream.container.Wire.SINGLE_MODE_SHIFT;
import static io.ardmstream.container.Wire.SOUND_GROUPS;
import static io.ardmstream.container.Wire.THIRD_GROUPS;
import static io.ardmstream.container.Wire.VERSION;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes containers. */
public final class ContainerWriter {
  /** What at least comes to the payload of a block: its entry in the index. */
  private static final int LEAST_AROUND = 1 + Wire.CHECKSUM_BYTES;

  private final ByteWriter out = new ByteWriter();

  private ContainerWriter() {}

  /**
   * The container of a record.
   *
   * @param header what describes it; it names a model exactly if a block is coded by one
   * @param blocks one for each block of the grid, in its order
   */
  public static byte[] write(Header header, List<BlockPayload> blocks) {
    ContainerWriter writer = new ContainerWriter();
    writer.describe(header, blocks);
    if (blocks.size() > 1) {
      writer.index(blocks);
    }
    blocks.forEach(block -> writer.out.bytes(block.payload()));
    return writer.out.checksum().toBytes();
  }

  /**
   * Blocks whose container is long enough for the {@linkplain Limits#samplesPerContainerByte work}
   * of decoding them: a huge drawing of next to nothing is filled up with zeros, which the classic
   * coder does not read.
   */
  public static List<BlockPayload> fillUp(BlockGrid grid, List<BlockPayload> blocks) {
    long least = WorkBudget.of(grid, blocks).leastBytes(Limits.SAMPLES_PER_CONTAINER_BYTE);
    long missing = least - blocks.stream().mapToLong(block -> block.payload().length).sum();
    if (missing <= 0) {
      return blocks;
    }
    List<BlockPayload> filled = new ArrayList<>(blocks);
    int last = blocks.size() - 1;
    while (blocks.get(last).mode() != BlockMode.CLASSIC) {
      last--;
    }
    BlockPayload block = blocks.get(last);
    byte[] payload = Arrays.copyOf(block.payload(), block.payload().length + (int) missing);
    filled.set(last, new BlockPayload(block.mode(), block.checksum(), payload));
    return filled;
  }

  /** Whether a model's payload is long enough for the work of decoding it. */
  public static boolean suffices(int payload, long samples) {
    return samples <= (long) Limits.SAMPLES_PER_CONTAINER_BYTE * (payload + LEAST_AROUND);
  }

  /** A model's payload with as many zeros behind it, which no coder reads, as it needs for that. */
  public static byte[] fillUp(byte[] payload, long samples) {
    long least = (samples - 1) / Limits.SAMPLES_PER_CONTAINER_BYTE + 1 - LEAST_AROUND;
    return payload.length >= least ? payload : Arrays.copyOf(payload, (int) least);
  }

  private void describe(Header header, List<BlockPayload> blocks) {
    int foreign = header.foreign().length;
    out.bytes(MARK);
    out.u8(version(header) << 4 | flags(header, blocks));
    header.group().ifPresent(this::group);
    out.u8(header.type().code() << 4 | Math.min(foreign, FOREIGN_LONG));
    if (foreign >= FOREIGN_LONG) {
      out.varint(foreign - FOREIGN_LONG);
    }
    shape(header.grid().layout());
    if (blocks.size() > 1) {
      grid(header.grid());
    }
    header.model().ifPresent(model -> out.bytes(model.bytes()));
    out.u32(header.rawChecksum());
    out.bytes(header.foreign());
  }

  private static int version(Header header) {
    if (header.group().isEmpty()) {
      return header.ranked() ? RANKS : VERSION;
    }
    if (header.type() == FileFormat.JPEG) {
      return JPEG_GROUPS;
    }
    return header.grid().layout().kind() == Modality.AUDIO ? SOUND_GROUPS : THIRD_GROUPS;
  }

  private void group(GroupPlace group) {
    out.varint(group.place());
    if (group.leans()) {
      out.u32(group.predecessor());
    }
  }

  private static int flags(Header header, List<BlockPayload> blocks) {
    int flags = header.fidelity() == Fidelity.SAMPLES ? FLAG_SAMPLES : 0;
    if (blocks.size() == 1) {
      return flags | blocks.get(0).mode().code() << SINGLE_MODE_SHIFT;
    }
    return flags | FLAG_MANY | (header.model().isPresent() ? FLAG_MODEL : 0);
  }

  private void shape(SampleLayout layout) {
    boolean few = layout.channels() <= MOST_SHORT_CHANNELS;
    int channels = few ? layout.channels() : CHANNELS_MANY;
    out.u8((layout.signed() ? 0x80 : 0) | (layout.bitDepth() - 1) << 2 | channels);
    if (!few) {
      out.varint(layout.channels());
    }
    out.varint(layout.width());
    if (layout.kind() == Modality.IMAGE) {
      out.varint(layout.height());
    }
  }

  private void grid(BlockGrid grid) {
    out.varint(grid.columns());
    if (grid.layout().kind() == Modality.IMAGE) {
      out.varint(grid.rows());
    }
  }

  private void index(List<BlockPayload> blocks) {
    for (BlockPayload block : blocks) {
      out.varint((long) block.payload().length << 2 | block.mode().code());
      out.u32(block.checksum());
    }
    out.checksum();
  }
}
