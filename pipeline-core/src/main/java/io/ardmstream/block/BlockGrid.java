package io.ardmstream.block;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.media.SampleLayout;

/**
 * A record cut into {@code columns} by {@code rows} blocks of almost equal size, so that there are
 * no slivers at its edges: column i covers the pixels from i * width / columns up to (i + 1) *
 * width / columns, both rounded down; rows alike. Blocks are counted row by row.
 *
 * @param layout the shape of the record
 * @param columns blocks side by side, 1 to the width; 1 if the width is 0
 * @param rows blocks one above the other, 1 to the height
 */
@PublicApi(Stability.EVOLVING)
public record BlockGrid(SampleLayout layout, int columns, int rows) {

  /**
   * Checks that no block is empty, unless the record is.
   *
   * @throws IllegalArgumentException when there are more columns or rows than samples
   */
  public BlockGrid {
    boolean possible = columns >= 1 && columns <= Math.max(1, layout.width());
    if (!possible || rows < 1 || rows > layout.height()) {
      throw new IllegalArgumentException(columns + " x " + rows + " blocks of " + layout);
    }
  }

  /** Number of blocks. */
  public int count() {
    return columns * rows;
  }

  /** Left edge of a block: the first column of pixels, or frame. */
  public int left(int index) {
    return edge(index % columns, columns, layout.width());
  }

  /** Upper edge of a block. */
  public int top(int index) {
    return edge(index / columns, rows, layout.height());
  }

  /** Shape of a block. */
  public BlockLayout layoutOf(int index) {
    int right = edge(index % columns + 1, columns, layout.width());
    int bottom = edge(index / columns + 1, rows, layout.height());
    return BlockLayout.piece(layout, right - left(index), bottom - top(index));
  }

  /** The samples of a block, copied from the planes of the record unless it is the only one. */
  public Block cut(int[][] planes, int index) {
    if (count() == 1) {
      return new Block(layoutOf(0), planes);
    }
    Block block = Block.blank(layoutOf(index));
    BlockLayout piece = block.layout();
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0; y < piece.height(); y++) {
        System.arraycopy(
            planes[c], at(index, y), block.planes()[c], y * piece.width(), piece.width());
      }
    }
    return block;
  }

  /** Copies a block to its place in the planes of the record. */
  public void paste(Block block, int[][] planes, int index) {
    BlockLayout piece = block.layout();
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0; y < piece.height(); y++) {
        System.arraycopy(
            block.planes()[c], y * piece.width(), planes[c], at(index, y), piece.width());
      }
    }
  }

  private int at(int index, int y) {
    return (top(index) + y) * layout.width() + left(index);
  }

  private static int edge(int number, int pieces, int length) {
    return (int) ((long) number * length / pieces);
  }
}
