package io.ardmstream.models;

import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;

/** It is the reference itself, so a small model of each kind will do. */
class JavaEngineTest extends InferenceEngineContract {

  @Override
  InferenceEngine engine() {
    return InferenceEngine.java();
  }

  @Override
  Stream<ModelBundle> bundles() throws IOException {
    Set<String> small = Set.of("image-fast-tiny", "audio-fast");
    return super.bundles().filter(bundle -> small.contains(bundle.id().name()));
  }
}
