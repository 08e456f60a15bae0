package io.ardmstream.bundle;

import io.ardmstream.network.DenseKernel;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.JavaNetwork;
import io.ardmstream.network.Network;
import io.ardmstream.network.ReferenceNetwork;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Evaluates bundles in Java.
 *
 * @param means what it computes with
 * @param opening makes what evaluates a network
 */
record JavaEngine(String name, Supplier<String> means, Function<IntegerNetwork, Network> opening)
    implements InferenceEngine {

  static final JavaEngine FAST =
      new JavaEngine("java", () -> DenseKernel.fastest().name(), JavaNetwork::new);
  static final JavaEngine REFERENCE =
      new JavaEngine("reference", () -> "single rows", ReferenceNetwork::new);

  @Override
  public String start() {
    return means.get();
  }

  @Override
  public boolean isAccelerated() {
    return false;
  }

  @Override
  public NetworkSet load(ModelBundle bundle) throws IOException {
    return new JavaNetworks(bundle.networks(), opening);
  }

  private record JavaNetworks(
      List<IntegerNetwork> networks, Function<IntegerNetwork, Network> opening)
      implements NetworkSet {

    @Override
    public List<Network> open() {
      return networks.stream().map(opening).toList();
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
