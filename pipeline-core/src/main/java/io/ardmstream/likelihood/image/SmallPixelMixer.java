package io.ardmstream.likelihood.image;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.mixed.ValueBitCoder;
import io.ardmstream.likelihood.mixed.ValueCoder;
import io.ardmstream.mixing.FirstWeights;
import io.ardmstream.mixing.LearntMixer;
import io.ardmstream.mixing.Mixing;

/**
 * Mixes the network's and the local opinion of small pictures with the contexts that all mixers
 * have, by weights that were learnt from other small pictures.
 */
final class SmallPixelMixer implements SampleMixer {
  private static final int OPINIONS = PixelOpinions.WEIGHTS.length;

  /** Samples between two solutions of a local predictor: few, where there are few. */
  private static final int BATCH = 4;

  private final LearntMixer mixer;
  private final NetworkOpinion network = new NetworkOpinion();
  private final ValueCoder coder;
  private final PixelOpinions opinions;
  private final NearContexts near;

  SmallPixelMixer(ColourTile tile, LearntMixer mixer, ValueBitCoder port) {
    this.mixer = mixer;
    opinions = new PixelOpinions(tile, BATCH);
    near = new NearContexts(tile, opinions.around);
    coder = new ValueCoder(mixer, port, network, opinions.local);
  }

  /** Weights to begin with, as the bytes of a bundle. */
  static FirstWeights firstWeights(byte[] bytes) {
    return FirstWeights.of(bytes, Mixing.SMALL.contexts(), OPINIONS);
  }

  /** Weights of which nothing was learnt. */
  static FirstWeights unlearnt() {
    return FirstWeights.unlearnt(Mixing.SMALL.contexts(), PixelOpinions.WEIGHTS);
  }

  /** A mixer that begins with these weights, for as many samples as the tile has. */
  static LearntMixer mixer(ColourTile tile, FirstWeights weights) {
    return LearntMixer.of(weights, OPINIONS, samples(tile));
  }

  /** The same, whose learning changes the weights themselves. */
  static LearntMixer teaching(ColourTile tile, FirstWeights weights) {
    return LearntMixer.teaching(weights, OPINIONS, samples(tile));
  }

  private static long samples(ColourTile tile) {
    CausalCanvas canvas = tile.canvas();
    return (long) tile.channels() * canvas.width() * canvas.height();
  }

  @Override
  public int pass(int channel, int position, LogisticMixture distribution, int value) {
    network.set(distribution);
    opinions.look(channel, position, distribution);
    near.set(mixer, channel, opinions.at, opinions.expectedValue);
    mixer.sample(channel, opinions.scale);
    int passed = coder.pass(value, opinions.expected, opinions.values.from, opinions.values.to);
    opinions.learn(passed);
    near.learn(channel, opinions.at, passed - opinions.expected);
    return passed;
  }
}
