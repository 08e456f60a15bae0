package io.ardmstream.likelihood.audio;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.network.RowNetwork;

/** What the network says of a sample, around the prediction of its rank. */
final class RankedOpinion {
  private final RowNetwork network;
  private final ResidualHead head;
  private final ResidualHistory own;
  private final ResidualHistory other;
  private final LogisticMixture distribution;
  private final float[][] mixture;
  private final int[] kernel = new int[CausalFeatures.KERNEL];

  /**
   * An opinion of one channel's samples.
   *
   * @param own residuals of the channel, which the caller adds to
   * @param other those of the channel before, null if there is none
   * @param ranks of the channel
   */
  RankedOpinion(
      RowNetwork network,
      ResidualHead head,
      ResidualHistory own,
      ResidualHistory other,
      int ranks) {
    this.network = network;
    this.head = head;
    this.own = own;
    this.other = other;
    distribution = new LogisticMixture(head.components());
    distribution.range(0, ranks);
    mixture = new float[head.kernel()][1];
  }

  LogisticMixture distribution() {
    return distribution;
  }

  /** Puts it around the prediction for a frame, in 1/256. */
  void set(int frame, long prediction) {
    int reference = CausalFeatures.fill(own, other, frame, network.features(), kernel);
    int[] output = network.evaluate();
    long centre = prediction;
    for (int i = 0; i < kernel.length; i++) {
      centre += (long) output[head.kernel() + i] * kernel[i];
    }
    for (int i = 0; i < mixture.length; i++) {
      mixture[i][0] = output[i];
    }
    distribution.set(mixture, 0, centre, ResidualRows.logScale(reference));
  }
}
