package io.ardmstream.network;

class JavaNetworkTest extends NetworkContract {

  @Override
  protected Network open(IntegerNetwork network) {
    return new JavaNetwork(network, DenseKernel.plain());
  }
}
