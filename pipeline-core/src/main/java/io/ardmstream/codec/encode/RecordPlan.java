package io.ardmstream.codec.encode;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ModelId;
import io.ardmstream.codec.RawChecksum;
import io.ardmstream.codec.Source;
import io.ardmstream.container.BlockPayload;
import io.ardmstream.container.ContainerWriter;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.container.Header;
import io.ardmstream.container.ModelTag;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One way to encode a record: its samples, how they are cut, and what its blocks become. */
final class RecordPlan {

  /** What the samples are taken to be. */
  enum Reading {
    /** What the format says. */
    PARSED,
    /** The colours that the samples are indices of. */
    COLOURS,
    /** Ranks of the values that occur. */
    RANKS,
    /** The bytes of the file. */
    BYTES
  }

  final Source source;
  final Reading reading;
  final FileFormat type;
  final Fidelity fidelity;
  final BlockGrid grid;

  /** Whether models are left out: blocks too large for them, or of few colours. */
  final boolean classicOnly;

  /** Whether the classic coder is given the same record in another way. */
  boolean hasAlternative;

  final List<BlockPlan> blocks = new ArrayList<>();

  /** Why blocks are coded otherwise than might be expected. */
  final Set<String> reasons = new LinkedHashSet<>();

  /** Its place in a group, if it is coded in one. */
  Optional<GroupPlace> group = Optional.empty();

  private final byte[] foreign;
  private final int rawChecksum;
  private int[][] planes;

  RecordPlan(Source source, Reading reading, Media media, BlockGrid grid, boolean classicOnly) {
    this.source = source;
    this.reading = reading;
    this.type = media.type();
    this.fidelity = media.fidelity();
    this.grid = grid;
    this.classicOnly = classicOnly;
    this.foreign = media.foreign();
    this.planes = media.planes();
    this.rawChecksum = RawChecksum.of(fidelity, source.bytes(), planes, media.layout().bitDepth());
    for (int i = 0; i < grid.count(); i++) {
      blocks.add(new BlockPlan(this, i));
    }
  }

  SampleLayout layout() {
    return grid.layout();
  }

  boolean isOneBlock() {
    return grid.count() == 1;
  }

  /** The samples, unless they were released. */
  int[][] planes() {
    return planes;
  }

  /** The record taken apart, unless its samples were released. */
  Media media() {
    return new Media(type, layout(), planes, foreign, fidelity);
  }

  /**
   * Gives up the samples: of a long record they take far more memory than everything that is made
   * of them, and only a block that does not survive verification needs them again.
   */
  void release() {
    planes = null;
  }

  /** Takes the samples back. */
  void load(int[][] samples) {
    planes = samples;
  }

  /** What models made of the blocks that they code. */
  List<BlockPlan.Modelled> modelled() {
    return blocks.stream()
        .filter(block -> block.mode() == BlockMode.ARDM)
        .map(block -> block.modelled.orElseThrow())
        .toList();
  }

  /** The container, once every block is coded. */
  byte[] container() {
    List<BlockPayload> coded =
        ContainerWriter.fillUp(grid, blocks.stream().map(BlockPlan::coded).toList());
    Optional<ModelId> model = modelled().stream().findFirst().map(block -> block.model().id());
    return ContainerWriter.write(
        new Header(
            type,
            fidelity,
            grid,
            model.map(ModelTag::of),
            rawChecksum,
            foreign,
            group,
            reading == Reading.RANKS),
        coded);
  }
}
