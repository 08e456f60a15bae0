package io.ardmstream.bundle;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.network.Network;
import java.io.IOException;
import java.util.List;

/**
 * The networks of a bundle, made ready by an engine: opened once for each thread that evaluates.
 */
@PublicApi(Stability.EVOLVING)
public interface NetworkSet extends AutoCloseable {

  /** One of each network, in order; the caller closes them. */
  List<Network> open() throws IOException;

  /** What they compute on: {@code cpu} or {@code gpu}. */
  String device();

  /** Frees what the networks share; to be called after they are closed. */
  @Override
  void close();

  /**
   * Opens networks and has each reproduce the bundle's known answers.
   *
   * @throws IllegalStateException if one does not
   */
  static List<Network> openVerified(NetworkSet set, ModelBundle bundle) throws IOException {
    List<Network> opened = set.open();
    GoldenVectors golden = bundle.golden();
    try {
      for (int i = 0; i < opened.size(); i++) {
        golden.verifyNext(bundle.description().networks().get(i), opened.get(i));
      }
    } catch (RuntimeException e) {
      opened.forEach(Network::close);
      throw e;
    }
    return opened;
  }
}
