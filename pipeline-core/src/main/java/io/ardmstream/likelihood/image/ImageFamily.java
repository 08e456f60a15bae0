package io.ardmstream.likelihood.image;

import io.ardmstream.ardm.Schedule;
import io.ardmstream.ardm.Wavefront;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.likelihood.ModelFamily;
import java.io.IOException;

/** {@link ImageModel}s, whose window sees what a wavefront makes known. */
public final class ImageFamily implements ModelFamily {

  @Override
  public boolean has(BundleDescription description) {
    return description.modality().equals("image") && !description.orderAgnostic();
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return ImageModel.covers(layout);
  }

  @Override
  public void check(BundleDescription description) {
    int slope = description.parameter("slope");
    boolean known =
        Schedule.parse(description.schedule()) instanceof Wavefront wave && wave.slope() >= slope;
    if (!known) {
      throw new IllegalArgumentException(
          "model %s v%d looks at samples that its schedule %s makes known too late for slope %d"
              .formatted(description.name(), description.version(), description.schedule(), slope));
    }
  }

  @Override
  public BlockModel open(ModelBundle bundle, InferenceEngine engine, int threads)
      throws IOException {
    return ImageModel.open(bundle, engine.load(bundle), threads);
  }
}
