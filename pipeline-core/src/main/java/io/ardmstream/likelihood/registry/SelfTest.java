package io.ardmstream.likelihood.registry;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.block.ModelledBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Whether a model codes to the same bytes on this machine whatever the batch, the threads and the
 * engine, and decodes them to the same samples.
 */
@PublicApi(Stability.EVOLVING)
public final class SelfTest {
  /** Of models that leave them to the encoder: a few tell as much as many. */
  private static final int STEPS = 8;

  private final ModelId model;
  private final List<String> differences = new ArrayList<>();

  /** Tests one model. */
  public SelfTest(ModelId model) {
    this.model = model;
  }

  /**
   * Runs the test.
   *
   * @param used the models as they are used
   * @param oneThread the same with a single thread
   * @param others the same models by other engines, by the engine's name
   * @return what differs; empty if the model is exact
   */
  public List<String> run(
      ModelRegistry used, ModelRegistry oneThread, Map<String, ModelRegistry> others) {
    BlockModel tested = model(used);
    List<Block> blocks = new ArrayList<>(SelfTestBlocks.all());
    blocks.removeIf(block -> !tested.covers(block.layout()));
    List<byte[]> together = payloads(tested.encode(blocks));

    compare("encoded one by one", together, oneByOne(tested, blocks));
    compare("encoded in another order", together, reversed(tested, blocks));
    compare("encoded by one thread", together, payloads(model(oneThread).encode(blocks)));
    compareSamples("decoded", blocks, tested, together);
    others.forEach((engine, models) -> compareEngine(engine, models, blocks, together));
    return differences;
  }

  private BlockModel model(ModelRegistry models) {
    return models.byDigest(model.digest()).orElseThrow().inSteps(STEPS);
  }

  private void compareEngine(
      String engine, ModelRegistry models, List<Block> blocks, List<byte[]> expected) {
    BlockModel other = model(models);
    compare("encoded by " + engine, expected, payloads(other.encode(blocks)));
    compareSamples("decoded by " + engine, blocks, other, expected);
  }

  private void compare(String how, List<byte[]> expected, List<byte[]> actual) {
    for (int i = 0; i < expected.size(); i++) {
      if (!Arrays.equals(expected.get(i), actual.get(i))) {
        differences.add("block %d differs when %s".formatted(i, how));
      }
    }
  }

  private void compareSamples(
      String how, List<Block> blocks, BlockModel decoder, List<byte[]> payloads) {
    List<BlockLayout> layouts = blocks.stream().map(Block::layout).toList();
    List<Block> decoded = decoder.decode(layouts, payloads);
    for (int i = 0; i < blocks.size(); i++) {
      if (!Arrays.deepEquals(blocks.get(i).planes(), decoded.get(i).planes())) {
        differences.add("the samples of block %d differ when %s".formatted(i, how));
      }
    }
  }

  private static List<byte[]> oneByOne(BlockModel model, List<Block> blocks) {
    List<byte[]> payloads = new ArrayList<>();
    for (Block block : blocks) {
      payloads.addAll(payloads(model.encode(List.of(block))));
    }
    return payloads;
  }

  private static List<byte[]> reversed(BlockModel model, List<Block> blocks) {
    List<Block> order = new ArrayList<>(blocks);
    Collections.reverse(order);
    List<byte[]> payloads = new ArrayList<>(payloads(model.encode(order)));
    Collections.reverse(payloads);
    return payloads;
  }

  private static List<byte[]> payloads(List<ModelledBlock> blocks) {
    return blocks.stream().map(ModelledBlock::payload).toList();
  }
}
