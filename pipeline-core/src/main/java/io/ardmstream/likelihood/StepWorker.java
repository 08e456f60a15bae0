package io.ardmstream.likelihood;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.network.Network;
import java.util.List;

/**
 * What one thread codes units with. Closing it closes the networks.
 *
 * @param networks that the rows evaluate
 * @param <U> the units
 */
public record StepWorker<U extends CodingUnit>(
    List<Network> networks, StepEncoder<U> encoder, StepDecoder<U> decoder)
    implements AutoCloseable {

  /**
   * A worker.
   *
   * @param components logistics in the mixture of a row
   */
  public static <U extends CodingUnit> StepWorker<U> of(
      List<Network> networks, ContextBatch<U> rows, int components) {
    LogisticMixture mixture = new LogisticMixture(components);
    return new StepWorker<>(
        networks, new StepEncoder<>(rows, mixture), new StepDecoder<>(rows, mixture));
  }

  @Override
  public void close() {
    networks.forEach(Network::close);
  }
}
