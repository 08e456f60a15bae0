package io.ardmstream.transform.audio;

import io.ardmstream.block.Block;
import io.ardmstream.transform.audio.predictor.AblatedPredictor;
import io.ardmstream.transform.audio.predictor.PredictorSettings;
import io.ardmstream.transform.audio.predictor.PredictorVariant;
import io.ardmstream.transform.audio.predictor.PredictorVariant.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints what the parts of the audio predictor bring: bits per sample of its residuals under a
 * plain adaptive mixture, with one thing changed at a time.
 */
final class PredictorAblation {

  private PredictorAblation() {}

  /**
   * @param folders with WAV files
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] folders) throws IOException {
    AblationTable table = AblationTable.of(folders);
    variants().forEach(variant -> table.row(variant.name(), set -> rate(variant, set)));
  }

  private static List<PredictorVariant> variants() {
    PredictorVariant base = PredictorVariant.published(0);
    List<PredictorVariant> all = new ArrayList<>(List.of(base));
    for (Part part : Part.values()) {
      all.add(base.without(part));
    }
    all.add(base.withoutOtherChannel());
    for (int i = 0; i < base.settings().filterLengths().length; i++) {
      all.add(base.withoutFilter(i));
    }
    for (double memory : new double[] {0.99, 0.995, 0.999, 0.9995}) {
      all.add(base.withMemory(memory));
    }
    all.add(base.withBatch(4));
    all.add(base.withBatch(32));
    for (double factor : new double[] {0.25, 0.5, 2, 4}) {
      all.add(base.withRates(factor));
    }
    for (int log = 12; log <= 18; log++) {
      all.add(base.inBlocksOf(1 << log));
    }
    for (int id = 1; id < PredictorSettings.published(); id++) {
      all.add(PredictorVariant.published(id));
    }
    return all;
  }

  private static String rate(PredictorVariant variant, AudioSet set) {
    double bits = 0;
    for (Block block : set.blocks(variant.block())) {
      for (int[] residuals : residuals(variant, block)) {
        bits += MixtureCost.bits(residuals, MixtureCost.Context.CAUSAL);
      }
    }
    return AblationTable.rate(bits, set);
  }

  /** As {@link BlockPrediction} finds them, but with the changed predictor. */
  private static List<int[]> residuals(PredictorVariant variant, Block block) {
    int depth = block.layout().bitDepth();
    List<ChannelCode> codes = new ChannelAnalysis(depth).analyse(block.planes());
    double scale = ChannelCoding.scale(depth);
    List<int[]> residuals = new ArrayList<>();
    double[] before = null;
    for (int c = 0; c < codes.size(); c++) {
      double[] samples = Arrays.stream(block.planes()[c]).mapToDouble(x -> x * scale).toArray();
      if (codes.get(c) instanceof ChannelCode.Predicted predicted) {
        AblatedPredictor predictor = new AblatedPredictor(variant, before);
        residuals.add(residuals(predictor, predicted.values(), samples, scale));
      }
      before = samples;
    }
    return residuals;
  }

  private static int[] residuals(
      AblatedPredictor predictor, ValueSet values, double[] samples, double scale) {
    int[] residuals = new int[samples.length];
    for (int i = 0; i < samples.length; i++) {
      long nearest = values.nearest(predictor.predict() / scale);
      residuals[i] = (int) (values.rank((int) (samples[i] / scale)) - nearest);
      predictor.learn(samples[i]);
    }
    return residuals;
  }
}
