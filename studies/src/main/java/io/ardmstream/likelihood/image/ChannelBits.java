package io.ardmstream.likelihood.image;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.DigitCoding;
import io.ardmstream.ardm.Schedule;
import io.ardmstream.ardm.UpscalingStage;
import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.BundleFiles;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.NetworkSet;
import io.ardmstream.coder.CdfInterval;
import io.ardmstream.coder.SymbolCost;
import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.image.tile.CausalWindow;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.transform.image.ColourTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints where the bits of colour pictures are under an image model: bits per sample of each
 * channel and stage, all blocks coded by the model.
 */
final class ChannelBits {

  private static final int ROWS = 4096;
  private static final int MOST_STAGES = 32;

  private static final Map<ColourTransform, List<String>> NAMES =
      Map.of(
          ColourTransform.YCOCG_R, List.of("Y", "Co", "Cg"),
          ColourTransform.SUBTRACT_GREEN, List.of("G", "R-G", "B-G"));

  private final ColourTransform colours;
  private final Schedule schedule;
  private final ImageFeatures features;
  private final int base;
  private final PixelRows rows;
  private final LogisticMixture mixture;
  private final DigitCoding coding = new DigitCoding();
  private final double[][] bits = new double[ImageFeatures.CHANNELS][MOST_STAGES];
  private long pixels;

  private ChannelBits(BundleDescription model, int base, NetworkSet set) throws IOException {
    schedule = Schedule.parse(model.schedule());
    features =
        new ImageFeatures(new CausalWindow(model.parameter("radius"), model.parameter("slope")));
    this.base = base;
    HeadLayout head = new HeadLayout(model.parameter("components"));
    colours = model.colours();
    rows = new PixelRows(features, head, set.open(), ROWS);
    mixture = new LogisticMixture(head.components());
  }

  /**
   * @param args folder of a bundle, base of the digits (the published models': 16), then folders of
   *     colour pictures
   * @throws IOException if one cannot be read
   */
  public static void main(String[] args) throws IOException {
    ModelBundle bundle = ModelBundle.load(BundleFiles.folder(Path.of(args[0])));
    int base = Integer.parseInt(args[1]);
    for (String folder : Arrays.asList(args).subList(2, args.length)) {
      ChannelBits table =
          new ChannelBits(bundle.description(), base, InferenceEngine.java().load(bundle));
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          table.add(MediaFormats.parse(Files.readAllBytes(file), MediaOptions.defaults()));
        }
      }
      System.out.print(folder + "\n" + table);
    }
  }

  private void add(Media media) {
    BlockGrid grid = BlockSizes.defaults().grid(media.layout());
    for (int i = 0; i < grid.count(); i++) {
      var block = grid.cut(media.planes(), i);
      var plan = schedule.plan(block.layout().width(), block.layout().height());
      ColourTile tile = ColourTile.blank(features, colours, plan, block.layout()).get(0);
      tile.fill(block);
      for (int place = 0; place < plan.positions(); place++) {
        rows.add(tile, place);
        if (rows.size() == ROWS || place == plan.positions() - 1) {
          flush(tile);
        }
      }
      pixels += plan.positions();
    }
  }

  private void flush(ColourTile tile) {
    for (int channel = 0; channel < tile.channels(); channel++) {
      rows.evaluate(channel);
      DepthUpscaling digits = new DepthUpscaling(base, tile.cardinality(channel));
      for (int row = 0; row < rows.size(); row++) {
        int value = rows.value(row, channel);
        rows.distribution(row, channel, mixture);
        code(digits, value - tile.least(channel), bits[channel]);
        rows.reveal(row, channel, value);
      }
    }
    rows.clear();
  }

  private void code(DepthUpscaling digits, int value, double[] byStage) {
    coding.open(mixture, 0, digits.cardinality());
    for (int s = 0; s < digits.stages(); s++) {
      UpscalingStage stage = digits.stage(s);
      byStage[s] +=
          SymbolCost.bits(CdfInterval.frequency(coding.encode(stage.width(), stage.digit(value))));
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    List<String> names = NAMES.get(colours);
    for (int c = 0; c < bits.length; c++) {
      text.append(names.get(c)).append(figure(Arrays.stream(bits[c]).sum())).append(" =");
      Arrays.stream(bits[c]).filter(b -> b > 0).forEach(b -> text.append(figure(b)));
      text.append('\n');
    }
    double mean = Arrays.stream(bits).flatMapToDouble(Arrays::stream).sum() / bits.length;
    return text + "mean" + figure(mean) + "\n";
  }

  private String figure(double sum) {
    return String.format(Locale.ROOT, " %.4f", sum / pixels);
  }
}
