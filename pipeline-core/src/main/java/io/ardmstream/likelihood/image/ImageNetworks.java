package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.network.Evaluator;
import java.util.List;

/**
 * The opened networks of one worker: the first gives the trunk and channel 0's parameters, the
 * others the parameters of their channel.
 */
record ImageNetworks(List<Evaluator> byChannel) implements AutoCloseable {

  @Override
  public void close() {
    byChannel.forEach(Evaluator::close);
  }
}
