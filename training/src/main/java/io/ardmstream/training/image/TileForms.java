package io.ardmstream.training.image;

import io.ardmstream.block.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The forms in which a tile is learnt from: as it is, and as what it might have been. */
final class TileForms {

  /** Pictures that are smaller were reduced since, and their chroma is whole again. */
  private static final int LEAST_SIDE = 64;

  private static final double WITH_HALVED_CHROMA = 1 / 2d;
  private static final double GREY = 1 / 8d;

  private final Random random;
  private final ChromaSubsampling chroma;

  TileForms(Random random) {
    this.random = random;
    this.chroma = new ChromaSubsampling(random);
  }

  /** The tile; one in two of the large ones with halved chroma too, and one in eight in grey. */
  List<Block> of(Block tile) {
    List<Block> forms = new ArrayList<>(List.of(tile));
    boolean large = Math.min(tile.layout().width(), tile.layout().height()) > LEAST_SIDE;
    if (large && random.nextDouble() < WITH_HALVED_CHROMA) {
      forms.add(chroma.subsampled(tile));
    }
    if (random.nextDouble() < GREY) {
      forms.add(grey(tile));
    }
    return forms;
  }

  /** A model codes grey pictures as green ones that have no other colours. */
  private static Block grey(Block tile) {
    int[] luma = new int[tile.planes()[0].length];
    Arrays.setAll(luma, i -> (int) Math.rint(ChromaSubsampling.luma(tile.planes(), i)));
    return new Block(tile.layout(), new int[][] {luma, luma, luma});
  }
}
