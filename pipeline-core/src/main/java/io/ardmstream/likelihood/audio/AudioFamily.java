package io.ardmstream.likelihood.audio;

import io.ardmstream.ardm.Lattice;
import io.ardmstream.ardm.Schedule;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.likelihood.ModelFamily;
import java.io.IOException;

/** {@link AudioModel}s, whose features are those of the levels of a lattice. */
public final class AudioFamily implements ModelFamily {

  @Override
  public boolean has(BundleDescription description) {
    return description.modality().equals("audio") && description.mixing().isEmpty();
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return AudioModel.covers(layout);
  }

  @Override
  public void check(BundleDescription description) {
    int levels = description.parameter("levels");
    if (!Schedule.parse(description.schedule()).equals(new Lattice(levels))) {
      throw new IllegalArgumentException(
          "model %s v%d has features of %d levels, but the schedule %s"
              .formatted(
                  description.name(), description.version(), levels, description.schedule()));
    }
  }

  @Override
  public BlockModel open(ModelBundle bundle, InferenceEngine engine, int threads)
      throws IOException {
    return AudioModel.open(bundle, engine.load(bundle), threads);
  }
}
