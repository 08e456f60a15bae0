package io.ardmstream.block;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An opened likelihood model with its coder: blocks to payloads and back.
 *
 * <p>The payload of a block depends on the block and the model alone: not on the other blocks of
 * the call, the machine or the number of threads. Any number of threads may call at once, but none
 * once it is closed.
 */
@PublicApi(Stability.EVOLVING)
public interface BlockModel extends AutoCloseable {

  /** Which model this is. */
  ModelId id();

  /** Whether blocks of this shape can be coded. */
  boolean covers(BlockLayout layout);

  /**
   * Whether blocks that look hopeless for the classic coder shall be tried with it too: a model
   * that trades time for size wants that.
   */
  default boolean bestEffort() {
    return false;
  }

  /**
   * The same model encoding in about so many steps, where a model leaves that to the encoder: more
   * steps make less of bytes and take more time. What it decodes stays the same, and it is closed
   * with this one.
   *
   * @param steps at least 1
   */
  default BlockModel inSteps(int steps) {
    return this;
  }

  /** What it computes on: {@code cpu} or {@code gpu}. */
  default String device() {
    return "cpu";
  }

  /**
   * Codes blocks together, which is faster than one by one.
   *
   * @param blocks of shapes that are covered; they may differ
   * @return one result a block, in the same order
   */
  List<ModelledBlock> encode(List<Block> blocks);

  /**
   * Decodes blocks together. A damaged payload gives wrong samples, never an exception and never a
   * hang: the block's checksum tells.
   *
   * @param layouts shapes that are covered; they may differ
   * @param payloads one for each layout
   * @return one block a layout, in the same order, with every sample in the range of its layout
   */
  List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads);

  /**
   * Decodes blocks together and tells what each of their positions costs. For people who look; a
   * model that cannot tell spreads a block's bits evenly.
   *
   * @param layouts as for {@link #decode}
   * @param payloads as for {@link #decode}
   * @return one result a layout, in the same order
   */
  default List<SurveyedBlock> survey(List<BlockLayout> layouts, List<byte[]> payloads) {
    List<Block> blocks = decode(layouts, payloads);
    return IntStream.range(0, blocks.size())
        .mapToObj(i -> SurveyedBlock.even(blocks.get(i), payloads.get(i).length))
        .toList();
  }

  /** Frees what the model holds; it is of no use afterwards. */
  @Override
  void close();
}
