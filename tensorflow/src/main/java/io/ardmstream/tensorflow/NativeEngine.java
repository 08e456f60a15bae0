package io.ardmstream.tensorflow;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;

/**
 * The TensorFlow of this process.
 *
 * @param version of the native library, such as {@code 2.16.1}
 * @param graphicsCards whether it computes on a graphics card
 */
public record NativeEngine(String version, boolean graphicsCards) {

  /**
   * Starts TensorFlow unless it runs already.
   *
   * @throws NativeLibraryException if it cannot be started
   */
  public static NativeEngine start() {
    NativeTensorFlow.prepare();
    try {
      Engine engine = Engine.getEngine("TensorFlow");
      return new NativeEngine(engine.getVersion(), engine.hasCapability(StandardCapabilities.CUDA));
    } catch (NoClassDefFoundError e) {
      throw new NativeLibraryException(
          "DJL is not on the class path; add ai.djl.tensorflow:tensorflow-engine.", e);
    } catch (RuntimeException e) { // DJL's own: naming it would need DJL to load this class
      throw new NativeLibraryException(
          "TensorFlow does not start: %s. Remove the folder named in %s to have it unpacked anew."
              .formatted(rootMessage(e), NativeTensorFlow.LIBRARY_PATH),
          e);
    }
  }

  /** What it computes on: {@code cpu} or {@code gpu}. */
  public String device() {
    return graphicsCards ? "gpu" : "cpu";
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }
}
