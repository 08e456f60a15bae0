package io.ardmstream.training.image;

import io.ardmstream.block.Block;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.CausalWindow;
import io.ardmstream.training.Draws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * The tiles a model learns from, as many as memory shall hold: if the pictures have more, new ones
 * take the place of the oldest as training goes on, so that a folder of a million pictures streams
 * through.
 */
final class TilePool {

  /** Pixels in memory by default: about 600 MB. */
  static final long CAPACITY = 1L << 25;

  private static final long RENEWAL = 1 << 16;

  private final CausalWindow window;
  private final boolean augmented;
  private final Function<Block, List<Block>> forms;
  private final long capacity;
  private final List<Path> pictures;
  private final Random order;
  private final Deque<CausalCanvas> arrivals = new ArrayDeque<>();
  private final boolean complete;
  private List<CausalCanvas> tiles = List.of();
  private List<Long> ends = List.of();
  private long pixels;
  private int next;

  /**
   * Reads pictures until all are read or the pool is full.
   *
   * @param augmented take mirror images and all {@link TileForms} too
   * @param capacity pixels to hold
   * @param seed of the order in which pictures are read
   */
  TilePool(CausalWindow window, List<Path> pictures, boolean augmented, long capacity, long seed)
      throws IOException {
    this.window = window;
    this.augmented = augmented;
    this.capacity = capacity;
    this.pictures = new ArrayList<>(pictures);
    this.order = new Random(seed);
    this.forms = augmented ? new TileForms(order)::of : List::of;
    Collections.shuffle(this.pictures, order);
    while (next < pictures.size() && pixels < capacity) {
      readNext();
    }
    this.complete = next == pictures.size();
    arrange();
  }

  /** Pixels in memory. */
  long pixels() {
    return pixels;
  }

  /** Whether every picture is in memory. */
  boolean complete() {
    return complete;
  }

  /** A tile, drawn in proportion to its pixels. */
  CausalCanvas any(Random random) {
    return tiles.get(Draws.byWeight(ends, random));
  }

  /** Lets a few pictures in and as many pixels out, unless every picture is here. */
  void renew() throws IOException {
    if (complete) {
      return;
    }
    for (long end = pixels + RENEWAL; pixels < end; ) {
      readNext();
    }
    while (pixels > capacity && arrivals.size() > 1) {
      pixels -= size(arrivals.removeFirst());
    }
    arrange();
  }

  private void readNext() throws IOException {
    if (next == pictures.size()) {
      Collections.shuffle(pictures, order);
      next = 0;
    }
    for (Block block : PictureTiles.blocks(Pictures.read(pictures.get(next++)))) {
      for (Block form : forms.apply(block)) {
        PictureTiles.canvases(form, window, augmented).forEach(this::add);
      }
    }
  }

  private void add(CausalCanvas tile) {
    arrivals.addLast(tile);
    pixels += size(tile);
  }

  private void arrange() {
    tiles = List.copyOf(arrivals);
    ends = new ArrayList<>(tiles.size());
    long end = 0;
    for (CausalCanvas tile : tiles) {
      end += size(tile);
      ends.add(end);
    }
  }

  private static long size(CausalCanvas tile) {
    return (long) tile.width() * tile.height();
  }
}
