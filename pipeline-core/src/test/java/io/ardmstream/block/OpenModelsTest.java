package io.ardmstream.block;

import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.TinyBundles;
import io.ardmstream.likelihood.audio.AudioModel;
import io.ardmstream.likelihood.image.ImageModel;
import java.io.IOException;

class OpenModelsTest extends ModelRegistryContract {

  @Override
  protected ModelRegistry create() throws IOException {
    ModelBundle image = ModelBundle.load(TinyBundles.source(TinyBundles.imageFiles()));
    ModelBundle audio = ModelBundle.load(TinyBundles.source(TinyBundles.audioFiles()));
    return ModelRegistry.of(
        ImageModel.open(image, InferenceEngine.java().load(image), 1),
        AudioModel.open(audio, InferenceEngine.java().load(audio), 1));
  }
}
