package io.ardmstream.likelihood.audio;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.NetworkSet;
import io.ardmstream.likelihood.StepWorker;
import io.ardmstream.likelihood.SymbolCoding;
import io.ardmstream.likelihood.UnitModel;
import io.ardmstream.media.Modality;
import io.ardmstream.network.Network;
import io.ardmstream.parallel.Workers;
import java.io.IOException;
import java.util.List;

/**
 * The audio model: blocks of 8 to 24 bits a sample, decorrelated by the adaptive cascade, whose
 * residuals are coded along a lattice over time.
 */
public final class AudioModel {

  /** Longest block; its finest step has half of the frames. */
  private static final int LONGEST = 1 << 17;

  /** Samples of the largest block. */
  private static final long MOST_SAMPLES = 1 << 24;

  private static final int LEAST_DEPTH = 8;
  private static final int GREATEST_DEPTH = 24;

  private AudioModel() {}

  /** Whether models of audio code blocks of this shape. */
  public static boolean covers(BlockLayout layout) {
    return layout.kind() == Modality.AUDIO
        && layout.bitDepth() >= LEAST_DEPTH
        && layout.bitDepth() <= GREATEST_DEPTH
        && layout.width() <= LONGEST
        && layout.samples() <= MOST_SAMPLES;
  }

  /**
   * Opens the model of a bundle.
   *
   * @param set networks of the bundle; the model closes them
   * @param threads that work side by side, each with a network of its own
   * @throws IOException if the network cannot be loaded
   * @throws IllegalStateException if it is not exact on this machine
   */
  public static BlockModel open(ModelBundle bundle, NetworkSet set, int threads)
      throws IOException {
    BundleDescription description = bundle.description();
    AudioFeatures features = new AudioFeatures(description.parameter("reach"));
    ResidualHead head = new ResidualHead(description.parameter("components"));
    int rows = LONGEST / 2;
    Workers<StepWorker<AudioUnit>> workers =
        Workers.open(
            threads,
            () -> {
              List<Network> networks = NetworkSet.openVerified(set, bundle);
              return StepWorker.of(
                  networks,
                  new ResidualRows(features, head, networks.get(0), rows),
                  head.components());
            },
            set);
    AudioBlocks blocks = new AudioBlocks(description.parameter("levels"), description.effort());
    SymbolCoding<AudioUnit> coding = new SymbolCoding<>(description.base());
    return new UnitModel<>(bundle, blocks, coding, set.device(), workers);
  }
}
