package io.ardmstream.training.image;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.CausalWindow;
import io.ardmstream.media.Modality;
import io.ardmstream.transform.image.ColourTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Cuts pictures as the codec cuts them. */
final class PictureTiles {

  /** How new models decorrelate colours. */
  static final ColourTransform COLOURS = ColourTransform.SUBTRACT_GREEN;

  private static final int TILE = 256;

  private PictureTiles() {}

  /** The tiles of a picture in RGB. */
  static List<Block> blocks(BufferedImage picture) {
    List<Block> blocks = new ArrayList<>();
    int across = (picture.getWidth() + TILE - 1) / TILE;
    int down = (picture.getHeight() + TILE - 1) / TILE;
    for (int i = 0; i < down; i++) {
      for (int j = 0; j < across; j++) {
        int left = picture.getWidth() * j / across;
        int right = picture.getWidth() * (j + 1) / across;
        int top = picture.getHeight() * i / down;
        int bottom = picture.getHeight() * (i + 1) / down;
        blocks.add(block(picture, left, top, right - left, bottom - top));
      }
    }
    return blocks;
  }

  private static Block block(BufferedImage picture, int left, int top, int width, int height) {
    int[] rgb = picture.getRGB(left, top, width, height, null, 0, width);
    int[][] planes = new int[3][rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      planes[0][i] = rgb[i] >> 16 & 255;
      planes[1][i] = rgb[i] >> 8 & 255;
      planes[2][i] = rgb[i] & 255;
    }
    return new Block(new BlockLayout(Modality.IMAGE, width, height, 3, 8, false), planes);
  }

  /** A tile as a model to be trained sees it, and its mirror image if that is wanted. */
  static List<CausalCanvas> canvases(Block block, CausalWindow window, boolean mirrored) {
    int[][] planes = COLOURS.forward(block.planes());
    CausalCanvas tile = canvas(planes, block.layout(), window, false);
    return mirrored ? List.of(tile, canvas(planes, block.layout(), window, true)) : List.of(tile);
  }

  private static CausalCanvas canvas(
      int[][] planes, BlockLayout layout, CausalWindow window, boolean mirror) {
    int width = layout.width();
    CausalCanvas canvas = new CausalCanvas(window, width, layout.height(), 3);
    for (int y = 0; y < layout.height(); y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + (mirror ? width - 1 - x : x);
        canvas.set(0, x, y, planes[0][at] - 128);
        canvas.set(1, x, y, planes[1][at]);
        canvas.set(2, x, y, planes[2][at]);
      }
    }
    return canvas;
  }
}
