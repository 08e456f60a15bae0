package io.ardmstream.likelihood.audio;

import io.ardmstream.ardm.Schedule;
import io.ardmstream.ardm.Wavefront;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.likelihood.ModelFamily;
import java.io.IOException;

/** {@link MixedAudioModel}s, which know all frames before and code one after another. */
public final class MixedAudioFamily implements ModelFamily {
  private static final Schedule ONE_BY_ONE = new Wavefront(0);

  @Override
  public boolean has(BundleDescription description) {
    return description.modality().equals("audio") && description.mixing().isPresent();
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return AudioModel.covers(layout);
  }

  @Override
  public void check(BundleDescription description) {
    if (!Schedule.parse(description.schedule()).equals(ONE_BY_ONE)) {
      throw new IllegalArgumentException(
          "model %s v%d knows all frames before, which its schedule %s does not"
              .formatted(description.name(), description.version(), description.schedule()));
    }
  }

  @Override
  public BlockModel open(ModelBundle bundle, InferenceEngine engine, int threads)
      throws IOException {
    return MixedAudioModel.open(bundle, bundle.description().mixing().orElseThrow(), threads);
  }
}
