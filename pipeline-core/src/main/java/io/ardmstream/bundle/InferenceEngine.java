package io.ardmstream.bundle;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Evaluates the networks of bundles. Every engine gives the same integers; they differ in speed and
 * in what they need. Engines beside the one in Java are found by {@link ServiceLoader}.
 */
@PublicApi(Stability.EVOLVING)
public interface InferenceEngine {

  /** Its name in settings and messages, such as {@code java}. */
  String name();

  /**
   * Starts what it needs, unless that runs already, and says in a few words what it is and computes
   * on.
   *
   * @throws IllegalStateException if it cannot be started on this machine; the message says why
   */
  String start();

  /**
   * Prepares a bundle's networks.
   *
   * @throws IOException if a file of the bundle cannot be read or written
   */
  NetworkSet load(ModelBundle bundle) throws IOException;

  /**
   * Whether it computes on a graphics card of this machine. Starts nothing where there is no card.
   */
  boolean isAccelerated();

  /** The name of whatever the machine at hand suggests. */
  String AUTOMATIC = "auto";

  /**
   * The engine of a name. By {@value #AUTOMATIC}, it is one that computes on a graphics card of
   * this machine, else the one in Java; which of them is found out when it is first used.
   *
   * @throws IllegalArgumentException if there is no such engine; the message names those there are
   */
  static InferenceEngine named(String name) {
    List<InferenceEngine> installed = installed();
    if (name.equals(AUTOMATIC)) {
      return new AutomaticEngine(installed);
    }
    return installed.stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, installed));
  }

  private static IllegalArgumentException unknown(String name, List<InferenceEngine> installed) {
    List<String> names = new ArrayList<>(List.of(AUTOMATIC));
    installed.forEach(engine -> names.add(engine.name()));
    return new IllegalArgumentException(
        "there is no engine \"%s\"; write one of %s".formatted(name, String.join(", ", names)));
  }

  /** The engine in Java, without native code; by vector instructions where the JVM has them. */
  static InferenceEngine java() {
    return JavaEngine.FAST;
  }

  /** The reference: one row after another in plain integers, slowly. The oracle of tests. */
  static InferenceEngine reference() {
    return JavaEngine.REFERENCE;
  }

  /** All engines of this class path, Java first, as the one that is always there. */
  static List<InferenceEngine> installed() {
    List<InferenceEngine> engines = new ArrayList<>(List.of(java()));
    ServiceLoader.load(InferenceEngine.class, InferenceEngine.class.getClassLoader())
        .forEach(engines::add);
    return engines;
  }
}
