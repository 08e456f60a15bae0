package io.ardmstream.bundle;

import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.JavaNetwork;
import io.ardmstream.network.Network;
import java.util.List;

/** Evaluates bundles in plain Java. */
record JavaEngine() implements InferenceEngine {

  @Override
  public String name() {
    return "java";
  }

  @Override
  public NetworkSet load(ModelBundle bundle) {
    return new JavaNetworks(bundle.networks());
  }

  private record JavaNetworks(List<IntegerNetwork> networks) implements NetworkSet {

    @Override
    public List<Network> open() {
      return networks.stream().map(n -> (Network) new JavaNetwork(n)).toList();
    }

    @Override
    public String device() {
      return "cpu";
    }

    @Override
    public void close() {
      // nothing native to free
    }
  }
}
