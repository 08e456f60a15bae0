package io.ardmstream.models;

import io.ardmstream.bundle.InferenceEngine;

class JavaEngineTest extends InferenceEngineContract {

  @Override
  InferenceEngine engine() {
    return InferenceEngine.java();
  }
}
