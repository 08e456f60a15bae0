package io.ardmstream.likelihood.lockstep;

import io.ardmstream.likelihood.mixture.LogisticMixture;
import io.ardmstream.likelihood.network.Evaluator;
import java.util.List;

/**
 * What one thread codes units with. Closing it closes the networks.
 *
 * @param networks that the rows evaluate
 * @param <U> the units
 */
public record StepWorker<U extends Unit>(
    List<Evaluator> networks, StepEncoder<U> encoder, StepDecoder<U> decoder)
    implements AutoCloseable {

  /**
   * A worker.
   *
   * @param components logistics in the mixture of a row
   */
  public static <U extends Unit> StepWorker<U> of(
      List<Evaluator> networks, Rows<U> rows, int components) {
    LogisticMixture mixture = new LogisticMixture(components);
    return new StepWorker<>(
        networks, new StepEncoder<>(rows, mixture), new StepDecoder<>(rows, mixture));
  }

  @Override
  public void close() {
    networks.forEach(Evaluator::close);
  }
}
