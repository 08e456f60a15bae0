package io.ardmstream.codec.decode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.codec.LostBlock;
import io.ardmstream.codec.RawChecksum;
import io.ardmstream.container.Container;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.container.Header;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.media.formats.RankedPictures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A record on its way out of its container: the planes that its decoded blocks fill. */
public final class DecodeTask {
  private static final String REMEDY =
      "Fetch the encoded record again from where it came, or salvage the other blocks.";

  private final Container container;
  private int[][] planes;
  private final List<LostBlock> lost = new ArrayList<>();
  private ArdmException cause;

  private DecodeTask(Container container) {
    this.container = container;
  }

  /**
   * The record of a container, no block of it decoded.
   *
   * @param limits how many samples it may claim
   * @throws ArdmException when it is refused
   */
  public static DecodeTask open(byte[] container, Limits limits) {
    return new DecodeTask(ContainerReader.open(container, limits));
  }

  Container container() {
    return container;
  }

  long samples() {
    return container.header().grid().layout().samples();
  }

  /** The blocks that are lost so far. */
  public List<LostBlock> lost() {
    return lost;
  }

  /** Whether the checksum of a decoded block holds, if it has one. */
  boolean holds(int index, Block block) {
    OptionalInt expected = container.checksum(index);
    int depth = block.layout().bitDepth();
    return expected.isEmpty()
        || expected.getAsInt() == StoredSamples.checksum(block.planes(), depth);
  }

  /** Takes in a decoded block if its checksum holds. */
  void accept(int index, Block block) {
    accept(index, block, holds(index, block));
  }

  /** Takes in a decoded block if its checksum holds, as was found out before. */
  void accept(int index, Block block, boolean holds) {
    if (!holds) {
      lose(index, corrupt("The checksum of a block does not hold", index));
      return;
    }
    BlockGrid grid = container.header().grid();
    if (grid.count() == 1) {
      planes = block.planes();
    } else {
      grid.paste(block, planes(), index);
    }
  }

  void lose(int index, ArdmException reason) {
    BlockGrid grid = container.header().grid();
    BlockLayout piece = grid.layoutOf(index);
    int left = grid.left(index);
    int top = grid.top(index);
    String what = reason.getMessage();
    lost.add(new LostBlock(index, left, top, piece.width(), piece.height(), what));
    cause = cause == null ? reason : cause;
  }

  CorruptDataException corrupt(String what, int index) {
    return new CorruptDataException(what, container.place(index), REMEDY);
  }

  /** Zeros until blocks fill them; a single block is not copied, large records are large enough. */
  int[][] planes() {
    if (planes == null) {
      SampleLayout layout = container.header().grid().layout();
      planes = new int[layout.channels()][layout.planeSize()];
    }
    return planes;
  }

  /** The file as far as its blocks could be decoded. */
  byte[] salvage() {
    return lost.isEmpty() ? MediaFormats.restore(media()) : MediaFormats.restoreDamaged(media());
  }

  /** The file, if nothing at all is wrong. */
  public byte[] restoreStrictly() {
    if (cause != null) {
      throw cause;
    }
    if (!container.whole()) {
      throw new CorruptDataException(
          "The checksum of the container does not hold although its header and blocks do",
          "footer, before byte " + container.bytes().length,
          REMEDY);
    }
    byte[] file = MediaFormats.restore(media());
    Header header = container.header();
    if (RawChecksum.of(header.fidelity(), file, planes(), header.grid().layout().bitDepth())
        != header.rawChecksum()) {
      throw new CorruptDataException(
          "The checksum of the decoded record does not hold", "whole container", REMEDY);
    }
    return file;
  }

  private Media media() {
    Header header = container.header();
    Media media =
        new Media(
            header.type(), header.grid().layout(), planes(), header.foreign(), header.fidelity());
    return header.ranked() ? RankedPictures.values(media) : media;
  }
}
