package io.ardmstream.block.classic.picture;

import static io.ardmstream.mixing.Hash.mix;

/**
 * The names of the colours of a block's known pixels, and the hashes of several sizes of what is
 * known around a place. A name is a number that likely differs where colours do, never 0; around
 * the block there is a margin of the name 0.
 */
final class ContextHashes {
  /** How many sizes there are: of 2, 4, 6, 10, 18 and 30 pixels. */
  static final int SIZES = 6;

  private static final int MARGIN = 4;

  private final int width;
  private final int stride;
  private final int[] names;
  private final int[] hashes = new int[SIZES];
  private int place;

  ContextHashes(int width, int height) {
    this.width = width;
    stride = width + 2 * MARGIN;
    names = new int[area(width, height)];
  }

  /** Places of a block, those in its margin too. */
  static int area(int width, int height) {
    return Math.multiplyExact(Math.addExact(width, 2 * MARGIN), Math.addExact(height, MARGIN));
  }

  /** Looks around the pixel at column x and row y. */
  void look(int x, int y) {
    place = (y + MARGIN) * stride + x + MARGIN;
    int north = place - stride;
    int second = north - stride;
    int third = second - stride;
    int hash = mix(1, names[place - 1], names[north]);
    hashes[0] = hash;
    hash = mix(hash, names[north - 1], names[north + 1]);
    hashes[1] = hash;
    hash = mix(hash, names[place - 2], names[second]);
    hashes[2] = hash;
    hash = mix(hash, names[north - 2], names[north + 2]);
    hash = mix(hash, names[second - 1], names[second + 1]);
    hashes[3] = hash;
    hash = mix(hash, names[place - 3], names[north + 3]);
    hash = mix(hash, names[north - 3], names[second + 2]);
    hash = mix(hash, names[second - 2], names[third]);
    hash = mix(hash, names[third - 1], names[third + 1]);
    hashes[4] = hash;
    hash = mix(hash, names[place - 4], names[north - 4]);
    hash = mix(hash, names[north + 4], names[second - 3]);
    hash = mix(hash, names[second + 3], names[second + 4]);
    hash = mix(hash, names[third - 2], names[third + 2]);
    hash = mix(hash, names[third + 3], names[third - 3]);
    hash = mix(hash, names[third - stride], names[third - stride + 1]);
    hashes[5] = hash;
  }

  /** Hash of a size, 0 to {@value #SIZES} - 1, around the place last looked at. */
  int hash(int size) {
    return hashes[size];
  }

  /** The place last looked at. */
  int place() {
    return place;
  }

  /** The place some columns and rows away from it. */
  int place(int columns, int rows) {
    return place + rows * stride + columns;
  }

  /** Name of the colour at a place, 0 in the margin. */
  int name(int at) {
    return names[at];
  }

  /** Names the colour at a place. */
  void name(int at, int name) {
    names[at] = name;
  }

  /** Where in its planes the pixel of a place is. */
  int index(int at) {
    return (at / stride - MARGIN) * width + at % stride - MARGIN;
  }
}
