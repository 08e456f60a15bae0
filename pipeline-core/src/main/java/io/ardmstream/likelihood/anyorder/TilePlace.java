package io.ardmstream.likelihood.anyorder;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the tiles of a block lie: as few as cover it, of about equal size, row by row.
 *
 * @param left first column of a tile
 * @param top first row
 */
record TilePlace(int left, int top, int width, int height) {

  /** All tiles of a block. */
  static List<TilePlace> of(BlockLayout layout) {
    int across = parts(layout.width());
    int down = parts(layout.height());
    List<TilePlace> places = new ArrayList<>();
    for (int i = 0; i < down; i++) {
      int top = (int) ((long) layout.height() * i / down);
      int bottom = (int) ((long) layout.height() * (i + 1) / down);
      for (int j = 0; j < across; j++) {
        int left = (int) ((long) layout.width() * j / across);
        int right = (int) ((long) layout.width() * (j + 1) / across);
        places.add(new TilePlace(left, top, right - left, bottom - top));
      }
    }
    return places;
  }

  private static int parts(int length) {
    return (length + PartialTile.SIDE - 1) / PartialTile.SIDE;
  }

  /** The transformed samples of the tile, 3 (width · y + x) + channel. */
  int[] values(Block block) {
    int[] values = new int[PartialTile.CHANNELS * width * height];
    int[][] planes = block.planes();
    for (int i = 0; i < width * height; i++) {
      int at = at(i, block.layout());
      int[] pixel = WrappedColours.forward(planes[0][at], planes[1][at], planes[2][at]);
      System.arraycopy(pixel, 0, values, PartialTile.CHANNELS * i, PartialTile.CHANNELS);
    }
    return values;
  }

  /** Puts the samples of the tile, as far as they are known, into a block. */
  void restore(PartialTile tile, Block block) {
    for (int i = 0; i < width * height; i++) {
      int first = tile.first(tile.cell(PartialTile.CHANNELS * i));
      int second = tile.first(tile.cell(PartialTile.CHANNELS * i + 1));
      int third = tile.first(tile.cell(PartialTile.CHANNELS * i + 2));
      int[] rgb = WrappedColours.inverse(first, second, third);
      for (int c = 0; c < rgb.length; c++) {
        block.planes()[c][at(i, block.layout())] = rgb[c];
      }
    }
  }

  /** The position in the block of a variable of the tile. */
  int position(int variable, BlockLayout layout) {
    return at(variable / PartialTile.CHANNELS, layout);
  }

  private int at(int position, BlockLayout layout) {
    return (top + position / width) * layout.width() + left + position % width;
  }
}
