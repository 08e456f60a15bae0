package io.ardmstream.block.turbo;

import static io.ardmstream.block.turbo.PlaneRows.FRACTION;
import static io.ardmstream.block.turbo.PlaneRows.MARGIN;
import static io.ardmstream.block.turbo.PlaneRows.WEIGHT_BITS;
import static io.ardmstream.block.turbo.PlaneRows.context;
import static io.ardmstream.block.turbo.PlaneRows.live;
import static io.ardmstream.block.turbo.PlaneRows.situation;
import static io.ardmstream.block.turbo.PlaneRows.step;

/**
 * Passes a row of a plane, sample by sample. Weights are local variables, and the two loops are
 * written out: that is what makes them fast.
 */
final class RowPass {
  private static final int SCALE = WEIGHT_BITS - FRACTION;

  private RowPass() {}

  /**
   * A row of the first plane.
   *
   * @param contexts where those of the plane begin
   */
  static void alone(PlaneRows plane, ErrorCoder coder, int contexts) {
    int[] row = plane.row;
    int[] north = plane.north;
    int[] farNorth = plane.farNorth;
    int[] misses = plane.misses;
    int[] unrest = plane.unrest;
    int[] w = plane.weights;
    int w0 = w[0];
    int w1 = w[1];
    int w2 = w[2];
    int w3 = w[3];
    int w4 = w[4];
    int w5 = w[5];
    int w6 = w[6];
    int missedFarWest = misses[MARGIN - 2];
    int missedWest = misses[MARGIN - 1];
    for (int x = MARGIN; x < MARGIN + plane.width; x++) {
      int west = row[x - 1];
      int n = north[x];
      int nw = north[x - 1];
      int ne = north[x + 1];
      int base = west + n >> 1;
      int i0 = n - nw + west - base;
      int i1 = west - n;
      int i2 = ne - n;
      int i3 = row[x - 2] - west;
      int i4 = farNorth[x] - n;
      int i5 = nw - west;
      int i6 = farNorth[x + 1] - ne;
      int sum = w0 * i0 + w1 * i1 + w2 * i2 + w3 * i3 + w4 * i4 + w5 * i5 + w6 * i6;
      int prediction = (base << FRACTION) + (sum >> SCALE);
      int restless = unrest[x] + (3 * (2 * missedWest + missedFarWest) >> 2);
      int context = context(restless + (Math.abs(i5) >> 1));
      int situation = situation(context, prediction, west, n, nw, ne);
      int expected = plane.corrected(prediction, situation);
      int sample = plane.clamp(expected + coder.code(contexts + context, row[x] - expected));
      row[x] = sample;
      missedFarWest = missedWest;
      missedWest = Math.abs(sample - expected);
      misses[x] = missedWest;
      int missed = (sample << FRACTION) - prediction;
      plane.learnBias(situation, missed);
      int live = live(missed);
      w0 += step(i0, missed) & live;
      w1 += step(i1, missed) & live;
      w2 += step(i2, missed) & live;
      w3 += step(i3, missed) & live;
      w4 += step(i4, missed) & live;
      w5 += step(i5, missed) & live;
      w6 += step(i6, missed) & live;
    }
    w[0] = w0;
    w[1] = w1;
    w[2] = w2;
    w[3] = w3;
    w[4] = w4;
    w[5] = w5;
    w[6] = w6;
  }

  /**
   * A row of a plane that leans on those before.
   *
   * @param before the plane before
   * @param beforeThat the one before that, or zeros
   * @param contexts where those of the plane begin
   */
  static void leaning(
      PlaneRows plane, PlaneRows before, PlaneRows beforeThat, ErrorCoder coder, int contexts) {
    int[] row = plane.row;
    int[] north = plane.north;
    int[] farNorth = plane.farNorth;
    int[] misses = plane.misses;
    int[] unrest = plane.unrest;
    int[] near = before.row;
    int[] nearNorth = before.north;
    int[] far = beforeThat.row;
    int[] farAbove = beforeThat.north;
    int[] w = plane.weights;
    int w0 = w[0];
    int w1 = w[1];
    int w2 = w[2];
    int w3 = w[3];
    int w4 = w[4];
    int w5 = w[5];
    int w6 = w[6];
    int w7 = w[7];
    int w8 = w[8];
    int w9 = w[9];
    int w10 = w[10];
    int w11 = w[11];
    int w12 = w[12];
    int w13 = w[13];
    int missedFarWest = misses[MARGIN - 2];
    int missedWest = misses[MARGIN - 1];
    for (int x = MARGIN; x < MARGIN + plane.width; x++) {
      int west = row[x - 1];
      int n = north[x];
      int nw = north[x - 1];
      int ne = north[x + 1];
      int base = west + n >> 1;
      int i0 = n - nw + west - base;
      int i1 = west - n;
      int i2 = ne - n;
      int i3 = row[x - 2] - west;
      int i4 = farNorth[x] - n;
      int i5 = nw - west;
      int i6 = farNorth[x + 1] - ne;
      int i7 = near[x] - near[x - 1];
      int i8 = near[x] - nearNorth[x];
      int i9 = near[x + 1] - near[x];
      int i10 = nearNorth[x + 1] - nearNorth[x];
      int i11 = nearNorth[x - 1] - near[x - 1];
      int i12 = far[x] - far[x - 1];
      int i13 = far[x] - farAbove[x];
      int sum =
          w0 * i0 + w1 * i1 + w2 * i2 + w3 * i3 + w4 * i4 + w5 * i5 + w6 * i6 + w7 * i7 + w8 * i8
              + w9 * i9 + w10 * i10 + w11 * i11 + w12 * i12 + w13 * i13;
      int prediction = (base << FRACTION) + (sum >> SCALE);
      int restless = unrest[x] + (3 * (2 * missedWest + missedFarWest) >> 2);
      int context = context(restless + (Math.abs(i5) >> 1));
      int situation = situation(context, prediction, west, n, nw, ne);
      int expected = plane.corrected(prediction, situation);
      int sample = plane.clamp(expected + coder.code(contexts + context, row[x] - expected));
      row[x] = sample;
      missedFarWest = missedWest;
      missedWest = Math.abs(sample - expected);
      misses[x] = missedWest;
      int missed = (sample << FRACTION) - prediction;
      plane.learnBias(situation, missed);
      int live = live(missed);
      w0 += step(i0, missed) & live;
      w1 += step(i1, missed) & live;
      w2 += step(i2, missed) & live;
      w3 += step(i3, missed) & live;
      w4 += step(i4, missed) & live;
      w5 += step(i5, missed) & live;
      w6 += step(i6, missed) & live;
      w7 += step(i7, missed) & live;
      w8 += step(i8, missed) & live;
      w9 += step(i9, missed) & live;
      w10 += step(i10, missed) & live;
      w11 += step(i11, missed) & live;
      w12 += step(i12, missed) & live;
      w13 += step(i13, missed) & live;
    }
    w[0] = w0;
    w[1] = w1;
    w[2] = w2;
    w[3] = w3;
    w[4] = w4;
    w[5] = w5;
    w[6] = w6;
    w[7] = w7;
    w[8] = w8;
    w[9] = w9;
    w[10] = w10;
    w[11] = w11;
    w[12] = w12;
    w[13] = w13;
  }
}
