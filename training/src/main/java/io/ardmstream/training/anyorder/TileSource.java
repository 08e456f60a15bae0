package io.ardmstream.training.anyorder;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.likelihood.anyorder.PartialTile;
import io.ardmstream.likelihood.anyorder.WrappedColours;
import io.ardmstream.media.Modality;
import io.ardmstream.training.image.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Tiles of pictures, as many as fit, after the colour transform. */
final class TileSource {

  private static final int MOST_TILES = 100_000;
  private static final int CROPPED = 16;
  private static final int SIDE = PartialTile.SIDE;

  private final List<byte[]> tiles = new ArrayList<>();
  private final boolean varied;

  /**
   * Cuts pictures into tiles, from the top left.
   *
   * @param varied whether drawn tiles are mirrored or cropped at times
   * @throws IOException if a picture cannot be read, or none is large enough
   */
  TileSource(List<Path> pictures, boolean varied) throws IOException {
    this.varied = varied;
    for (Path file : pictures) {
      BufferedImage picture = Pictures.read(file);
      for (int y = 0; y + SIDE <= picture.getHeight() && tiles.size() < MOST_TILES; y += SIDE) {
        for (int x = 0; x + SIDE <= picture.getWidth() && tiles.size() < MOST_TILES; x += SIDE) {
          tiles.add(values(picture.getRGB(x, y, SIDE, SIDE, null, 0, SIDE)));
        }
      }
    }
    if (tiles.isEmpty()) {
      throw new IOException("no picture has " + SIDE + " x " + SIDE + " pixels; give larger ones");
    }
  }

  private static byte[] values(int[] rgb) {
    byte[] values = new byte[PartialTile.CHANNELS * rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      int[] pixel = WrappedColours.forward(rgb[i] >> 16 & 255, rgb[i] >> 8 & 255, rgb[i] & 255);
      for (int c = 0; c < pixel.length; c++) {
        values[PartialTile.CHANNELS * i + c] = (byte) pixel[c];
      }
    }
    return values;
  }

  int size() {
    return tiles.size();
  }

  /** The first tiles as blocks in RGB. */
  List<Block> blocks(int most) {
    BlockLayout layout = new BlockLayout(Modality.IMAGE, SIDE, SIDE, 3, 8, false);
    List<Block> blocks = new ArrayList<>();
    for (int number = 0; number < Math.min(most, tiles.size()); number++) {
      Tile tile = tile(number);
      Block block = Block.blank(layout);
      for (int i = 0; i < PartialTile.POSITIONS; i++) {
        int[] rgb =
            WrappedColours.inverse(tile.value(3 * i), tile.value(3 * i + 1), tile.value(3 * i + 2));
        for (int c = 0; c < rgb.length; c++) {
          block.planes()[c][i] = rgb[c];
        }
      }
      blocks.add(block);
    }
    return blocks;
  }

  private Tile tile(int index) {
    return new Tile(SIDE, SIDE, tiles.get(index));
  }

  /** A random tile. */
  Tile draw(Random random) {
    Tile tile = tile(random.nextInt(tiles.size()));
    if (!varied) {
      return tile;
    }
    boolean mirror = random.nextBoolean();
    boolean crop = random.nextInt(CROPPED) == 0;
    int width = crop ? 1 + random.nextInt(SIDE) : SIDE;
    int height = crop ? 1 + random.nextInt(SIDE) : SIDE;
    byte[] values = new byte[PartialTile.CHANNELS * width * height];
    for (int i = 0; i < values.length; i++) {
      int position = i / PartialTile.CHANNELS;
      int x = position % width;
      int from = position / width * SIDE + (mirror ? SIDE - 1 - x : x);
      values[i] = tile.values()[PartialTile.CHANNELS * from + i % PartialTile.CHANNELS];
    }
    return new Tile(width, height, values);
  }
}
