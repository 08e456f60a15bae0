package io.ardmstream.network;

import java.util.Arrays;

/**
 * What a network knows of some rows at one place between its layers, in the blocks of a {@link
 * DenseKernel}.
 */
final class RowBlocks {
  private final int width;
  private final int room;
  private final float[] values;

  /**
   * Blocks without values.
   *
   * @param width values of a row
   * @param rows a multiple of those of a block of any kernel
   */
  RowBlocks(int width, int rows) {
    this.width = width;
    room = (width + DenseKernel.GROUP - 1) / DenseKernel.GROUP * DenseKernel.GROUP;
    values = new float[room * rows];
  }

  /** Values of a row. */
  int width() {
    return width;
  }

  /** All blocks, one after another. */
  float[] values() {
    return values;
  }

  /** Where the block begins whose first row has this number. */
  int start(int firstRow) {
    return firstRow * room;
  }

  /** Where a value of a row is, in blocks of so many rows. */
  int index(int value, int row, int block) {
    int inBlock = row % block;
    return start(row - inBlock) + value * block + inBlock;
  }

  /** Takes in rows of planes, from one of them on. */
  void take(float[][] planes, int from, int count, int block) {
    for (int row = 0; row < count; row += block) {
      int length = Math.min(block, count - row);
      for (int i = 0, to = start(row); i < width; i++, to += block) {
        System.arraycopy(planes[i], from + row, values, to, length);
      }
    }
  }

  /** Writes the rows to planes, from one row of these on. */
  void give(float[][] planes, int to, int count, int block) {
    for (int row = 0; row < count; row += block) {
      int length = Math.min(block, count - row);
      for (int i = 0, at = start(row); i < width; i++, at += block) {
        System.arraycopy(values, at, planes[i], to + row, length);
      }
    }
  }

  /** Makes a value of so many rows, from one on, that of as many rows of other blocks. */
  void copy(int value, int row, RowBlocks from, int fromRow, int count, int block) {
    for (int done = 0; done < count; ) {
      int left = Math.min(block - (row + done) % block, block - (fromRow + done) % block);
      int length = Math.min(count - done, left);
      int source = from.index(value, fromRow + done, block);
      System.arraycopy(from.values, source, values, index(value, row + done, block), length);
      done += length;
    }
  }

  /** Makes a value of so many rows 0. */
  void clear(int value, int row, int count, int block) {
    for (int done = 0; done < count; ) {
      int length = Math.min(count - done, block - (row + done) % block);
      int at = index(value, row + done, block);
      Arrays.fill(values, at, at + length, 0);
      done += length;
    }
  }
}
