package io.ardmstream.models;

import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.tensorflow.TensorFlowEngine;

class TensorFlowEngineTest extends InferenceEngineContract {

  @Override
  InferenceEngine engine() {
    return new TensorFlowEngine();
  }
}
