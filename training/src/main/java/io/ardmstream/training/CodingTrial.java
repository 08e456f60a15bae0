package io.ardmstream.training;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.bundle.BundleFiles;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.tensorflow.TensorFlowEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a written bundle achieves: blocks coded with its integer networks, decoded and compared.
 *
 * @param blocks number of blocks
 * @param samples in them
 * @param bytes of their payloads
 */
public record CodingTrial(int blocks, long samples, long bytes) {

  private static final long MOST_SAMPLES = 1 << 21;

  /**
   * Codes the first blocks, up to about two million samples.
   *
   * @throws IOException if the bundle cannot be opened, or a block does not come back
   */
  public static CodingTrial of(Path bundle, List<Block> blocks) throws IOException {
    ModelBundle loaded = ModelBundle.load(BundleFiles.folder(bundle));
    List<Block> some = upTo(MOST_SAMPLES, blocks);
    int threads = Runtime.getRuntime().availableProcessors();
    try (BundleRegistry registry =
        new BundleRegistry(List.of(loaded), new TensorFlowEngine(), threads)) {
      BlockModel model = registry.byName(loaded.id().name()).orElseThrow();
      List<ModelledBlock> coded = model.encode(some);
      List<byte[]> payloads = coded.stream().map(ModelledBlock::payload).toList();
      if (!model.decode(some.stream().map(Block::layout).toList(), payloads).equals(some)) {
        throw new IOException(bundle + " does not restore what it codes; do not use it");
      }
      return new CodingTrial(some.size(), samples(some), bytes(payloads));
    }
  }

  private static List<Block> upTo(long most, List<Block> blocks) {
    int count = 0;
    long samples = 0;
    while (count < blocks.size() && samples < most) {
      samples += blocks.get(count++).layout().samples();
    }
    return blocks.subList(0, count);
  }

  private static long samples(List<Block> blocks) {
    return blocks.stream().mapToLong(block -> block.layout().samples()).sum();
  }

  private static long bytes(List<byte[]> payloads) {
    return payloads.stream().mapToLong(payload -> payload.length).sum();
  }

  /** For the log. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "real coding of %d held-out blocks: %.4f bits per sample, every block restored",
        blocks,
        8.0 * bytes / samples);
  }
}
