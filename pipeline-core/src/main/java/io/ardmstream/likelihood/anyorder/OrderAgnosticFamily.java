package io.ardmstream.likelihood.anyorder;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.likelihood.ModelFamily;
import io.ardmstream.network.NetworkSpec;
import java.io.IOException;

/** {@link OrderAgnosticModel}s. */
public final class OrderAgnosticFamily implements ModelFamily {

  @Override
  public boolean has(BundleDescription description) {
    return description.modality().equals("image") && description.orderAgnostic();
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return OrderAgnosticModel.canCode(layout);
  }

  @Override
  public void check(BundleDescription description) {
    NetworkSpec network = description.networks().get(0);
    int columns = PartialTile.CHANNELS * new TileHead(description.parameter("components")).width();
    boolean fits =
        description.networks().size() == 1
            && network.rowsTogether() == PartialTile.POSITIONS
            && network.grid().width() == PartialTile.SIDE
            && network.inputs().size() == 1
            && network.inputs().get(0).width() == TileFeatures.WIDTH
            && network.width(network.outputs().get(0)) == columns;
    if (!fits) {
      throw new IllegalArgumentException(
          "model %s v%d has no network of tiles of %d × %d with %d features and %d outputs"
              .formatted(
                  description.name(),
                  description.version(),
                  PartialTile.SIDE,
                  PartialTile.SIDE,
                  TileFeatures.WIDTH,
                  columns));
    }
  }

  @Override
  public BlockModel open(ModelBundle bundle, InferenceEngine engine, int threads)
      throws IOException {
    return OrderAgnosticModel.open(bundle, engine.load(bundle), threads);
  }
}
