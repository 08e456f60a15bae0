package io.ardmstream.tensorflow;

import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.NetworkSet;
import io.ardmstream.network.Network;
import io.ardmstream.network.NetworkSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Evaluates bundles with DJL's TensorFlow engine. */
public final class TensorFlowEngine implements InferenceEngine {

  /** Properties of DJL that keep every operation in the thread of the call. */
  private static final Map<String, String> THREADS =
      Map.of(
          "ai.djl.tensorflow.num_interop_threads", "-1",
          "ai.djl.tensorflow.num_intraop_threads", "1");

  @Override
  public String name() {
    return "tensorflow";
  }

  /**
   * Whether there is a card and a TensorFlow that can use it, which is then started.
   *
   * @throws NativeLibraryException if it cannot be started although there is a card
   */
  @Override
  public boolean isAccelerated() {
    return GraphicsCards.present()
        && NativeTensorFlow.mayUseCards()
        && NativeEngine.start().graphicsCards();
  }

  @Override
  public String start() {
    computeInTheThreadOfTheCaller();
    NativeEngine engine = NativeEngine.start();
    return "TensorFlow " + engine.version() + " on the " + engine.device();
  }

  @Override
  public NetworkSet load(ModelBundle bundle) throws IOException {
    computeInTheThreadOfTheCaller();
    String device = NativeEngine.start().device();
    ModelFolder folder = ModelFolder.create();
    try {
      for (NetworkSpec spec : bundle.description().networks()) {
        Path network = Files.createDirectories(folder.path().resolve(spec.name()));
        Files.createDirectories(network.resolve("variables"));
        Files.write(
            network.resolve("saved_model.pb"),
            bundle.files().read("networks/" + spec.name() + "/saved_model.pb"));
      }
    } catch (IOException e) {
      folder.close();
      throw e;
    }
    return new Unpacked(bundle.description().networks(), folder, device);
  }

  /**
   * Whoever evaluates has networks for each thread: handing the many small operations of a network
   * to further threads takes longer than computing them. What is set already stays, and so do the
   * threads of a TensorFlow that was started for something else, such as training.
   */
  private static void computeInTheThreadOfTheCaller() {
    THREADS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
  }

  private record Unpacked(List<NetworkSpec> specs, ModelFolder folder, String device)
      implements NetworkSet {

    @Override
    public List<Network> open() throws IOException {
      List<Network> networks = new ArrayList<>();
      for (NetworkSpec spec : specs) {
        networks.add(TensorFlowNetwork.load(spec, folder.path().resolve(spec.name())));
      }
      return networks;
    }

    @Override
    public void close() {
      folder.close();
    }
  }
}
