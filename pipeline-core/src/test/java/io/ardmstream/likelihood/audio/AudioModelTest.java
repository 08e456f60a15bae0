package io.ardmstream.likelihood.audio;

import io.ardmstream.block.BlockModel;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.TinyBundles;
import java.io.IOException;

class AudioModelTest extends AudioModelContract {

  @Override
  protected BlockModel open(int threads) throws IOException {
    ModelBundle bundle = ModelBundle.load(TinyBundles.source(TinyBundles.audioFiles()));
    return AudioModel.open(bundle, InferenceEngine.java().load(bundle), threads);
  }
}
