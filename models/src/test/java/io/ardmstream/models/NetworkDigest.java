package io.ardmstream.models;

import io.ardmstream.bundle.Digests;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.NetworkSet;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.network.Network;
import io.ardmstream.network.NetworkInput;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.network.Planes;
import io.ardmstream.tensorflow.TensorFlowEngine;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A process of its own: prints a digest of what every published network computes there. */
final class NetworkDigest {

  private static final int ROWS = 500;

  private NetworkDigest() {}

  static Process start(String oneDnn, String threads) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dai.djl.tensorflow.num_intraop_threads=" + threads,
            "-Dai.djl.tensorflow.num_interop_threads=" + threads,
            "-cp",
            System.getProperty("java.class.path"),
            NetworkDigest.class.getName());
    builder.environment().put("TF_ENABLE_ONEDNN_OPTS", oneDnn);
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "2");
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  public static void main(String[] arguments) throws IOException {
    ByteArrayOutputStream outputs = new ByteArrayOutputStream();
    for (ModelBundle bundle : BundleRegistry.published()) {
      try (NetworkSet set = new TensorFlowEngine().load(bundle)) {
        List<Network> opened = set.open();
        for (int n = 0; n < opened.size(); n++) {
          NetworkSpec spec = bundle.description().networks().get(n);
          write(outputs, opened.get(n).evaluate(rows(spec), inputs(spec)), rows(spec));
        }
        opened.forEach(Network::close);
      }
    }
    System.out.println(Digests.sha256(outputs.toByteArray()));
  }

  /** One picture where rows lie in a grid. */
  private static int rows(NetworkSpec spec) {
    return spec.grid() == null ? ROWS : spec.rowsTogether();
  }

  private static float[][][] inputs(NetworkSpec spec) {
    int rows = rows(spec);
    Random random = new Random(3);
    float[][][] inputs = new float[spec.inputs().size()][][];
    for (int i = 0; i < inputs.length; i++) {
      NetworkInput input = spec.inputs().get(i);
      inputs[i] = new float[input.width()][rows];
      for (float[] plane : inputs[i]) {
        for (int row = 0; row < rows; row++) {
          plane[row] = random.nextInt(2 * input.bound() + 1) - input.bound();
        }
      }
    }
    return inputs;
  }

  private static void write(ByteArrayOutputStream to, float[][][] outputs, int rows)
      throws IOException {
    DataOutputStream data = new DataOutputStream(to);
    for (float[][] output : outputs) {
      for (float value : Planes.rows(output, rows)) {
        data.writeFloat(value);
      }
    }
  }
}
