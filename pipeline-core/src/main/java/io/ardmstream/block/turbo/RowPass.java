package io.ardmstream.block.turbo;

import static io.ardmstream.block.turbo.PlaneRows.FRACTION;
import static io.ardmstream.block.turbo.PlaneRows.MARGIN;
import static io.ardmstream.block.turbo.PlaneRows.context;
import static io.ardmstream.block.turbo.PlaneRows.live;
import static io.ardmstream.block.turbo.PlaneRows.situation;

/**
 * Passes a row of a plane, sample by sample. What it needs again and again is in local variables.
 */
final class RowPass {
  private static final int SCALE = RowWeights.BITS - FRACTION;

  private RowPass() {}

  /**
   * Passes a row.
   *
   * @param sums what the weights make of all neighbours but the two to the west
   * @param contexts where those of the plane begin
   */
  static void pass(PlaneRows plane, int[] sums, ErrorCoder coder, int contexts) {
    int[] row = plane.row;
    int[] north = plane.north;
    int[] misses = plane.misses;
    int[] missed = plane.missed;
    int[] live = plane.live;
    int[] unrest = plane.unrest;
    int westWeight = plane.weights.west();
    int farWestWeight = plane.weights.farWest();
    int farWest = row[MARGIN - 2];
    int west = row[MARGIN - 1];
    int missFarWest = misses[MARGIN - 2];
    int missWest = misses[MARGIN - 1];
    int nw = north[MARGIN - 1];
    int n = north[MARGIN];
    for (int x = MARGIN; x < MARGIN + plane.width; x++) {
      int ne = north[x + 1];
      int prediction = sums[x] + westWeight * west + farWestWeight * farWest >> SCALE;
      int nearby = 3 * (2 * missWest + missFarWest) >> 2;
      int context = context(unrest[x] + nearby + (Math.abs(nw - west) >> 1));
      int situation = situation(context, prediction, west, n, nw, ne);
      int expected = plane.corrected(prediction, situation);
      int sample = plane.clamp(expected + coder.code(contexts + context, row[x] - expected));
      row[x] = sample;
      missFarWest = missWest;
      missWest = Math.abs(sample - expected);
      misses[x] = missWest;
      missed[x] = (sample << FRACTION) - prediction;
      live[x] = live(missed[x]);
      plane.learnBias(situation, missed[x]);
      farWest = west;
      west = sample;
      nw = n;
      n = ne;
    }
  }
}
