package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.mixture.LogisticMixture;
import java.util.List;

/** Encodes tiles: all samples are known, so that many steps go through the networks at once. */
final class TileEncoder {

  private final PixelRows rows;
  private final LogisticMixture mixture;
  private final TileSymbols[] symbols;
  private final int[] places;

  TileEncoder(PixelRows rows, LogisticMixture mixture) {
    this.rows = rows;
    this.mixture = mixture;
    symbols = new TileSymbols[rows.capacity()];
    places = new int[rows.capacity()];
  }

  /** Fills in the symbols of the tiles. */
  void encode(List<TileSymbols> tiles) {
    rows.clear();
    for (TileSymbols tile : tiles) {
      int[] order = tile.plan().order();
      for (int place = 0; place < order.length; place++) {
        symbols[rows.rows()] = tile;
        places[rows.rows()] = place;
        rows.add(tile.tile(), order[place]);
        if (rows.full()) {
          flush();
        }
      }
    }
    flush();
  }

  private void flush() {
    if (rows.rows() == 0) {
      return;
    }
    for (int channel = 0; channel < rows.channels(); channel++) {
      rows.evaluate(channel);
      for (int row = 0; row < rows.rows(); row++) {
        if (rows.has(row, channel)) {
          encode(row, channel);
        }
      }
    }
    rows.clear();
  }

  private void encode(int row, int channel) {
    TileSymbols tile = symbols[row];
    rows.distribution(row, channel, mixture);
    int value = rows.value(row, channel);
    SampleCoder coder = tile.coder(channel);
    coder.encode(
        mixture,
        value - tile.tile().least(channel),
        tile.of(channel),
        places[row] * coder.stages(),
        tile.bits());
    rows.reveal(row, channel, value);
  }
}
