package io.ardmstream.likelihood.image;

import static io.ardmstream.mixing.Hash.mix;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.image.tile.TileNeighbours;
import io.ardmstream.likelihood.mixed.QuickValueCoder;
import io.ardmstream.likelihood.mixed.ValueBitCoder;
import io.ardmstream.mixing.Mixing;
import io.ardmstream.mixing.QuickMixer;

/**
 * Mixes the network's and the local opinion with few contexts: which values go with those of the
 * earlier channels, and how the neighbours lie around the expected value.
 */
final class QuickPixelMixer implements SampleMixer {
  /** Samples between two solutions of a local predictor. */
  private static final int BATCH = 16;

  private static final int MOST_NEIGHBOUR_BITS = 15;
  private static final int LEAST_BITS = 10;

  private final PixelOpinions opinions;
  private final TileNeighbours around;
  private final QuickMixer mixer;
  private final QuickValueCoder coder;

  QuickPixelMixer(ColourTile tile, QuickMixer mixer, ValueBitCoder port) {
    this.mixer = mixer;
    opinions = new PixelOpinions(tile, BATCH);
    around = opinions.around;
    coder = new QuickValueCoder(mixer, port, opinions.local);
  }

  /** A mixer that has seen nothing, for as many samples as the tile has. */
  static QuickMixer mixer(ColourTile tile) {
    CausalCanvas canvas = tile.canvas();
    long samples = (long) tile.channels() * canvas.width() * canvas.height();
    int wanted = Math.max(LEAST_BITS, Long.SIZE - Long.numberOfLeadingZeros(samples) + 2);
    return new QuickMixer(
        Math.min(Mixing.QUICK.mostSlotBits(), wanted),
        Math.min(MOST_NEIGHBOUR_BITS, wanted),
        PixelOpinions.WEIGHTS,
        tile.channels() * PixelOpinions.SCALES);
  }

  @Override
  public int pass(int channel, int position, LogisticMixture distribution, int value) {
    opinions.look(channel, position, distribution);
    mixer.situation(channel * PixelOpinions.SCALES + opinions.scale);
    int v1 = around.before(1, 0);
    int west = around.west - opinions.expectedValue;
    int north = around.north - opinions.expectedValue;
    int change = mix(channel + 300, west, north);
    mixer.secondContext(mix(change, v1 - around.before(1, 1), v1 - around.before(1, 2)));
    int colour = mix(channel + 100, v1, around.before(2, 0));
    int passed =
        coder.pass(
            value,
            opinions.expected,
            opinions.values.from,
            opinions.values.to,
            distribution,
            colour);
    opinions.learn(passed);
    return passed;
  }
}
