package io.ardmstream.bundle;

import java.io.IOException;
import java.util.List;

/**
 * Whichever engine suits the machine: one that computes on a graphics card of it, else the one in
 * Java. Cards are looked for when there is something to evaluate, since that starts an engine.
 *
 * @param installed engines to choose from
 */
record AutomaticEngine(List<InferenceEngine> installed) implements InferenceEngine {

  private InferenceEngine chosen() {
    return installed.stream()
        .filter(InferenceEngine::isAccelerated)
        .findFirst()
        .orElseGet(InferenceEngine::java);
  }

  @Override
  public String name() {
    return AUTOMATIC;
  }

  @Override
  public String start() {
    return chosen().start();
  }

  @Override
  public NetworkSet load(ModelBundle bundle) throws IOException {
    return chosen().load(bundle);
  }

  @Override
  public boolean isAccelerated() {
    return chosen().isAccelerated();
  }
}
