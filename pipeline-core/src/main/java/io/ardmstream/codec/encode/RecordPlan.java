package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ModelId;
import io.ardmstream.codec.Source;
import io.ardmstream.container.BlockPayload;
import io.ardmstream.container.ContainerWriter;
import io.ardmstream.container.Header;
import io.ardmstream.container.ModelTag;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.SampleLayout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A record on its way to a container: first cut, then modelled, then every block settled. */
final class RecordPlan {
  final Source source;
  final FileFormat type;
  final Fidelity fidelity;
  final BlockGrid grid;

  /** Whether it is for the classic coder alone: blocks too large for models, or of few colours. */
  final boolean drawing;

  final List<BlockPlan> blocks = new ArrayList<>();
  final Set<String> reasons = new LinkedHashSet<>();

  /** The same record as a drawing or in the colours of its palette, where that may be smaller. */
  Optional<RecordPlan> rival = Optional.empty();

  private final byte[] foreign;
  private final int rawChecksum;
  private final Supplier<int[][]> planes;

  /**
   * A draft without blocks yet.
   *
   * @param planes takes the record apart, whenever blocks want their samples
   */
  RecordPlan(
      Source source,
      FileFormat type,
      Fidelity fidelity,
      BlockGrid grid,
      boolean drawing,
      byte[] foreign,
      int rawChecksum,
      Supplier<int[][]> planes) {
    this.source = source;
    this.type = type;
    this.fidelity = fidelity;
    this.grid = grid;
    this.drawing = drawing;
    this.foreign = foreign;
    this.rawChecksum = rawChecksum;
    this.planes = planes;
  }

  /** Gives the blocks their samples, as they are in these planes. */
  void load(int[][] samples) {
    for (int i = 0; i < grid.count(); i++) {
      Block block = grid.cut(samples, i);
      if (i == blocks.size()) {
        blocks.add(new BlockPlan(this, block));
      } else {
        blocks.get(i).load(block);
      }
    }
  }

  /** Takes the record apart and gives the blocks their samples. */
  void load() {
    load(planes.get());
  }

  /**
   * Gives up the samples: of a long record they take far more memory than everything that is made
   * of them, and only a block that does not survive verification needs them again.
   */
  void release() {
    blocks.forEach(BlockPlan::release);
  }

  SampleLayout layout() {
    return grid.layout();
  }

  /** The blocks that a model codes. */
  List<BlockPlan> modelled() {
    return blocks.stream().filter(block -> block.coded().mode() == BlockMode.ARDM).toList();
  }

  /** The model of these blocks; all of a record have the same. */
  Optional<ModelId> model() {
    return modelled().stream().findFirst().flatMap(BlockPlan::model);
  }

  /** What that model computed on, empty if there is none. */
  String device() {
    return modelled().stream().findFirst().flatMap(BlockPlan::device).orElse("");
  }

  /** The container, once every block is settled. */
  byte[] container() {
    List<BlockPayload> coded =
        ContainerWriter.fillUp(grid, blocks.stream().map(BlockPlan::coded).toList());
    Header header =
        new Header(type, fidelity, grid, model().map(ModelTag::of), rawChecksum, foreign);
    return ContainerWriter.write(header, coded);
  }
}
