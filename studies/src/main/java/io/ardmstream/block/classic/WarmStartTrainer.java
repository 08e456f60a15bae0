package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.classic.picture.ColourTable;
import io.ardmstream.block.classic.picture.LearntWeights;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Learns what {@link LearntWeights} holds: codes the small pictures of a folder over and over, each
 * in the way that suits it best, with mixers that go on with the weights of the picture before.
 *
 * <p>Arguments: the file to write, the folder of pictures, how many times they are gone through.
 */
final class WarmStartTrainer {
  private final LiveWeights weights = new LiveWeights();
  private final SmallPictures coder = new SmallPictures(weights);

  private WarmStartTrainer() {}

  public static void main(String[] args) throws IOException {
    List<Block> pictures = pictures(Path.of(args[1]));
    WarmStartTrainer trainer = new WarmStartTrainer();
    byte[] learnt = {};
    for (int round = 0; round < Integer.parseInt(args[2]); round++) {
      Collections.shuffle(pictures, new Random(round));
      long bytes = 0;
      for (Block picture : pictures) {
        bytes += trainer.learn(picture);
      }
      learnt = trainer.weights.settle();
      System.out.printf("round %d: %d pictures, %d bytes%n", round, pictures.size(), bytes);
    }
    Files.write(Path.of(args[0]), learnt);
  }

  private static List<Block> pictures(Path folder) throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".png")).sorted().toList()) {
        Media media = MediaFormats.parse(Files.readAllBytes(file), MediaOptions.defaults());
        int width = media.layout().width();
        int height = media.layout().height();
        blocks.add(new Block(BlockLayout.piece(media.layout(), width, height), media.planes()));
      }
    }
    return blocks;
  }

  private int learn(Block picture) {
    byte[] trial = new SmallPictures(weights.copy()).encode(picture).orElseThrow();
    Optional<ColourTable> table = ColourTable.of(picture.planes());
    coder.encode(picture, trial[0], table);
    weights.remember();
    return trial.length;
  }
}
