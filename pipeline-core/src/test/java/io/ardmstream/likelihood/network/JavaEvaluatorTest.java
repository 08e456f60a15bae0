package io.ardmstream.likelihood.network;

class JavaEvaluatorTest extends EvaluatorContract {

  @Override
  protected Evaluator open(IntegerNetwork network) {
    return new JavaEvaluator(network);
  }
}
