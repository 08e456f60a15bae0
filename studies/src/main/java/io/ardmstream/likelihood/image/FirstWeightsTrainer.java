package io.ardmstream.likelihood.image;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.bundle.BundleFiles;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.BitCount;
import io.ardmstream.likelihood.Span;
import io.ardmstream.likelihood.SymbolSink;
import io.ardmstream.likelihood.UnitCoding;
import io.ardmstream.likelihood.UnitReader;
import io.ardmstream.likelihood.UnitWriter;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.mixed.ValueBitEncoder;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.mixing.FirstWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Learns the weights that the mixer of small pictures begins with: codes pictures one after
 * another, folder by folder, each with the weights that the one before left.
 *
 * @param weights which change
 */
record FirstWeightsTrainer(FirstWeights weights, int base) implements UnitCoding<ColourTile> {
  private static final int REPORTED = 50;

  /**
   * @param args folder of a bundle, file of the weights (where there is one, they are taught
   *     further), then folders of small pictures
   * @throws IOException if one cannot be read
   */
  public static void main(String[] args) throws IOException {
    ModelBundle bundle = ModelBundle.load(BundleFiles.folder(Path.of(args[0])));
    Path file = Path.of(args[1]);
    FirstWeights weights =
        Files.exists(file)
            ? SmallPixelMixer.firstWeights(Files.readAllBytes(file))
            : SmallPixelMixer.unlearnt();
    FirstWeightsTrainer trainer = new FirstWeightsTrainer(weights, bundle.description().base());
    List<Path> pictures = new ArrayList<>();
    for (String folder : Arrays.asList(args).subList(2, args.length)) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        List<Path> some = new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        Collections.shuffle(some, new Random(1));
        pictures.addAll(some);
      }
    }
    try (BlockModel model =
        ImageModel.open(bundle, InferenceEngine.java().load(bundle), 1, trainer)) {
      double bits = 0;
      long samples = 0;
      for (int i = 0; i < pictures.size(); i++) {
        Block block = block(pictures.get(i));
        bits += model.encode(List.of(block)).get(0).idealBits();
        samples += block.layout().samples();
        if ((i + 1) % REPORTED == 0) {
          System.out.printf(Locale.ROOT, "%d pictures: %.4f%n", i + 1, bits / samples);
          bits = 0;
          samples = 0;
          Files.write(file, weights.toBytes());
        }
      }
    }
    Files.write(file, weights.toBytes());
  }

  private static Block block(Path file) throws IOException {
    Media media = MediaFormats.parse(Files.readAllBytes(file), MediaOptions.defaults());
    int height = media.layout().height();
    return new Block(
        BlockLayout.piece(media.layout(), media.layout().width(), height), media.planes());
  }

  @Override
  public UnitWriter writer(ColourTile tile) {
    ValueBitEncoder port = new ValueBitEncoder(base, tile.cardinality(0));
    SmallPixelMixer mixer =
        new SmallPixelMixer(tile, SmallPixelMixer.teaching(tile, weights), port);
    return new UnitWriter() {
      @Override
      public void put(int channel, int position, LogisticMixture distribution, int value) {
        mixer.pass(channel, position, distribution, value);
      }

      @Override
      public byte[] finish() {
        return port.finish();
      }

      @Override
      public BitCount bits() {
        return port.bits();
      }
    };
  }

  @Override
  public UnitReader reader(ColourTile tile, Span payload, SymbolSink sink) {
    throw new UnsupportedOperationException("nothing is decoded while weights are learnt");
  }
}
