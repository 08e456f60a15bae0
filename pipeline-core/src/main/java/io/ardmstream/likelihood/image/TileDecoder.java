package io.ardmstream.likelihood.image;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.coder.RansDecoder;
import io.ardmstream.likelihood.mixture.LogisticMixture;
import java.util.List;

/** Decodes tiles in lockstep: step t of all of them goes through the networks together. */
final class TileDecoder {

  /** A tile, the order of its pixels, and what is left of its payload. */
  record CodedTile(ColourTile tile, StepPlan plan, SampleCoder[] coders, RansDecoder payload) {}

  private final PixelRows rows;
  private final LogisticMixture mixture;
  private final CodedTile[] coded;

  TileDecoder(PixelRows rows, LogisticMixture mixture) {
    this.rows = rows;
    this.mixture = mixture;
    coded = new CodedTile[rows.capacity()];
  }

  /** Makes every sample of the tiles known. */
  void decode(List<CodedTile> tiles) {
    int steps = tiles.stream().mapToInt(t -> t.plan().steps()).max().orElse(0);
    rows.clear();
    for (int step = 0; step < steps; step++) {
      for (CodedTile tile : tiles) {
        if (step < tile.plan().steps()) {
          add(tile, step);
        }
      }
      flush();
    }
  }

  /** A tile's step is never split, so that its symbols come in the order of the encoder. */
  private void add(CodedTile tile, int step) {
    int start = tile.plan().stepStart(step);
    int end = tile.plan().stepEnd(step);
    if (rows.rows() + end - start > rows.capacity()) {
      flush();
    }
    for (int place = start; place < end; place++) {
      coded[rows.rows()] = tile;
      rows.add(tile.tile(), tile.plan().order()[place]);
    }
  }

  private void flush() {
    if (rows.rows() == 0) {
      return;
    }
    for (int channel = 0; channel < rows.channels(); channel++) {
      rows.evaluate(channel);
      for (int row = 0; row < rows.rows(); row++) {
        if (rows.has(row, channel)) {
          decode(row, channel);
        }
      }
    }
    rows.clear();
  }

  private void decode(int row, int channel) {
    CodedTile tile = coded[row];
    rows.distribution(row, channel, mixture);
    int leaf = tile.coders()[channel].decode(mixture, tile.payload());
    int value = leaf + tile.tile().least(channel);
    rows.know(row, channel, value);
    rows.reveal(row, channel, value);
  }
}
