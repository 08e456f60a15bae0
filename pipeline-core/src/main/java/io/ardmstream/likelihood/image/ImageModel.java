package io.ardmstream.likelihood.image;

import io.ardmstream.ardm.Schedule;
import io.ardmstream.ardm.Wavefront;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.NetworkSet;
import io.ardmstream.likelihood.StepWorker;
import io.ardmstream.likelihood.SymbolCoding;
import io.ardmstream.likelihood.UnitCoding;
import io.ardmstream.likelihood.UnitModel;
import io.ardmstream.likelihood.image.tile.CausalWindow;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.media.Modality;
import io.ardmstream.mixing.FirstWeights;
import io.ardmstream.mixing.Mixing;
import io.ardmstream.network.Network;
import io.ardmstream.parallel.Workers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The image model: tiles of grey, colour and alpha samples of 8 to 16 bits, coded along a causal
 * wavefront.
 *
 * <p>The three colours are decorrelated by the model's transform and share the networks' trunk;
 * every other plane is coded alone. The payload is the tiles' payloads one after another, each but
 * the last preceded by its length.
 */
public final class ImageModel {

  /** ContextBatch that go through the networks at once. */
  private static final int ROWS = 4096;

  /** Samples of the largest block: what is made of it takes far more memory than they do. */
  private static final long MOST_SAMPLES = 1 << 24;

  private static final int LEAST_DEPTH = 8;
  private static final int GREATEST_DEPTH = 16;

  /** How far contexts look, and how far the row above must be ahead of them. */
  private static final int MIXING_REACH = 2;

  /** The file of a bundle with the weights that a mixer of small pictures begins with. */
  private static final String FIRST_WEIGHTS = "mixer.bin";

  private ImageModel() {}

  /** Whether models of images code blocks of this shape. */
  public static boolean covers(BlockLayout layout) {
    return layout.kind() == Modality.IMAGE
        && !layout.signed()
        && layout.bitDepth() >= LEAST_DEPTH
        && layout.bitDepth() <= GREATEST_DEPTH
        && layout.samples() <= MOST_SAMPLES;
  }

  /**
   * Opens the model of a bundle.
   *
   * @param set networks of the bundle; the model closes them
   * @param threads that work side by side, each with networks of its own
   * @throws IOException if the networks cannot be loaded
   * @throws IllegalStateException if they are not exact on this machine
   */
  public static BlockModel open(ModelBundle bundle, NetworkSet set, int threads)
      throws IOException {
    return open(bundle, set, threads, coding(bundle));
  }

  /** The model of a bundle whose units are coded in another way than it says. */
  static BlockModel open(
      ModelBundle bundle, NetworkSet set, int threads, UnitCoding<ColourTile> coding)
      throws IOException {
    BundleDescription description = bundle.description();
    ImageFeatures features =
        new ImageFeatures(
            new CausalWindow(description.parameter("radius"), description.parameter("slope")));
    HeadLayout head = new HeadLayout(description.parameter("components"));
    Workers<StepWorker<ColourTile>> workers =
        Workers.open(
            threads,
            () -> {
              List<Network> networks = NetworkSet.openVerified(set, bundle);
              return StepWorker.of(
                  networks, new PixelRows(features, head, networks, ROWS), head.components());
            },
            set);
    ImageBlocks blocks =
        new ImageBlocks(features, description.colours(), Schedule.parse(description.schedule()));
    return new UnitModel<>(bundle, blocks, coding, set.device(), workers);
  }

  private static UnitCoding<ColourTile> coding(ModelBundle bundle) throws IOException {
    BundleDescription description = bundle.description();
    Optional<Mixing> mixing = description.mixing();
    if (mixing.isEmpty()) {
      return new SymbolCoding<>(description.base());
    }
    boolean reaches = description.parameter("radius") >= MIXING_REACH;
    boolean waits =
        Schedule.parse(description.schedule()) instanceof Wavefront wave
            && wave.slope() >= MIXING_REACH;
    if (!reaches || !waits) {
      throw new IllegalArgumentException(
          "model %s mixes, which needs a radius and a wavefront's slope of at least %d"
              .formatted(description.name(), MIXING_REACH));
    }
    Optional<FirstWeights> first =
        mixing.get() == Mixing.SMALL
            ? Optional.of(SmallPixelMixer.firstWeights(bundle.files().read(FIRST_WEIGHTS)))
            : Optional.empty();
    return new MixedPixels(mixing.get(), first, description.base());
  }
}
