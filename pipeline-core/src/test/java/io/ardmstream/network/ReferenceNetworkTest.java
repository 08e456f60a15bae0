package io.ardmstream.network;

class ReferenceNetworkTest extends NetworkContract {

  @Override
  protected Network open(IntegerNetwork network) {
    return new ReferenceNetwork(network);
  }
}
