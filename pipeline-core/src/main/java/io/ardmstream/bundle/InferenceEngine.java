package io.ardmstream.bundle;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Evaluates the networks of bundles. Every engine gives the same integers; they differ in speed and
 * in what they need. Engines beside the one in plain Java are found by {@link ServiceLoader}.
 */
@PublicApi(Stability.EVOLVING)
public interface InferenceEngine {

  /** Its name in settings and messages, such as {@code java}. */
  String name();

  /**
   * Prepares a bundle's networks.
   *
   * @throws IOException if a file of the bundle cannot be read or written
   */
  NetworkSet load(ModelBundle bundle) throws IOException;

  /** The reference engine: plain Java, slow, no native library. */
  static InferenceEngine java() {
    return new JavaEngine();
  }

  /** All engines of this class path; plain Java is the last, as the one that is always there. */
  static List<InferenceEngine> installed() {
    List<InferenceEngine> engines = new ArrayList<>();
    ServiceLoader.load(InferenceEngine.class, InferenceEngine.class.getClassLoader())
        .forEach(engines::add);
    engines.add(java());
    return engines;
  }
}
