package io.ardmstream.transform.audio;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.likelihood.registry.PublishedModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what the networks bring: bits per sample of plain adaptive mixtures, which see only
 * earlier residuals or both sides, and of the published audio models with the share of each digit,
 * the most significant one first.
 */
final class ContextAblation {

  private static final int BLOCK = 1 << 16;

  private ContextAblation() {}

  /**
   * @param folders with WAV files
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] folders) throws IOException {
    AblationTable table = AblationTable.of(folders);
    for (MixtureCost.Context context : MixtureCost.Context.values()) {
      table.row(context + " mixture", set -> mixture(set, context));
    }
    try (PublishedModels models = new PublishedModels()) {
      for (String name : List.of("audio-fast", "audio-best")) {
        table.row(name, set -> network(set, models.byName(name).orElseThrow()));
      }
    }
  }

  /** Over the residuals of audio-fast. */
  private static String mixture(AudioSet set, MixtureCost.Context context) {
    double bits = 0;
    for (Block block : set.blocks(BLOCK)) {
      AudioDecorrelator decorrelator =
          new AudioDecorrelator(block.layout().bitDepth(), block.layout().signed());
      Decorrelated decorrelated = decorrelator.forward(block.planes(), SearchEffort.FAST);
      bits += 8.0 * decorrelated.parameters().toBytes().length;
      CodedChannels coded = decorrelated.parameters().codedChannels();
      for (int[] residuals : coded.select(decorrelated.residuals())) {
        bits += MixtureCost.bits(residuals, context);
      }
    }
    return AblationTable.rate(bits, set);
  }

  private static String network(AudioSet set, BlockModel model) {
    List<ModelledBlock> coded = model.encode(set.blocks(BLOCK));
    List<String> digits = new ArrayList<>();
    for (int digit = 0; digit < stages(coded); digit++) {
      digits.add(AblationTable.rate(bits(coded, digit), set));
    }
    double whole = coded.stream().mapToDouble(block -> 8.0 * block.payload().length).sum();
    return AblationTable.rate(whole, set) + ": " + String.join(", ", digits);
  }

  private static int stages(List<ModelledBlock> coded) {
    return coded.stream().mapToInt(block -> block.stageBits().length).max().orElse(0);
  }

  private static double bits(List<ModelledBlock> coded, int digit) {
    return coded.stream()
        .filter(block -> digit < block.stageBits().length)
        .mapToDouble(block -> block.stageBits()[digit])
        .sum();
  }
}
