package io.ardmstream.likelihood;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.network.Network;
import java.util.List;
import java.util.Optional;

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

  /** How this encodes while another worker may have nothing else to do. */
  UnitEncoding<U> encoding(Optional<StepWorker<U>> beside) {
    return beside
        .<UnitEncoding<U>>map(other -> units -> encoder.encode(units, other.encoder()))
        .orElse(encoder::encode);
  }

  @Override
  public void close() {
    networks.forEach(Network::close);
  }
}
