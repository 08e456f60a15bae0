package io.ardmstream.bundle;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.network.Network;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.network.Planes;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code golden.bin}: known answers of one bundle. For every network: {@link #rows} of inputs, then
 * the outputs they must give, as big-endian 16-bit integers. A model that does not reproduce them
 * on this machine refuses to start.
 */
@PublicApi(Stability.EVOLVING)
public final class GoldenVectors {

  /** Rows per network of independent rows. */
  private static final int ROWS = 32;

  private final ShortBuffer values;

  /** Rows of a network's answers: {@value #ROWS}, or those of one picture of its grid. */
  public static int rows(NetworkSpec spec) {
    return spec.grid() == null ? ROWS : spec.grid().positions();
  }

  /** Reads {@code golden.bin}. */
  public GoldenVectors(byte[] file) {
    values = ByteBuffer.wrap(file).asShortBuffer();
  }

  /**
   * Appends one network's rows, and what it makes of them, to a file under construction.
   *
   * @param inputs of the network, {@link #rows} each, row-major
   */
  public static byte[] append(byte[] file, NetworkSpec spec, Network network, float[][] inputs) {
    float[][][] planes = new float[inputs.length][][];
    for (int i = 0; i < inputs.length; i++) {
      planes[i] = Planes.of(spec.inputs().get(i).width(), inputs[i], rows(spec));
    }
    List<float[]> all = new ArrayList<>(List.of(inputs));
    for (float[][] output : network.evaluate(rows(spec), planes)) {
      all.add(Planes.rows(output, rows(spec)));
    }
    int count = all.stream().mapToInt(values -> values.length).sum();
    ByteBuffer grown = ByteBuffer.allocate(file.length + 2 * count).put(file);
    for (float[] values : all) {
      for (float value : values) {
        grown.putShort((short) value);
      }
    }
    return grown.array();
  }

  /**
   * Evaluates the next network's rows and compares.
   *
   * @throws IllegalStateException if an output differs; the message says which
   */
  public void verifyNext(NetworkSpec spec, Network network) {
    int rows = rows(spec);
    float[][][] inputs =
        spec.inputs().stream()
            .map(input -> Planes.of(input.width(), take(rows * input.width()), rows))
            .toArray(float[][][]::new);
    float[][][] outputs = network.evaluate(rows, inputs);
    for (int i = 0; i < outputs.length; i++) {
      String name = spec.outputs().get(i);
      float[] expected = take(rows * spec.width(name));
      float[] actual = Planes.rows(outputs[i], rows);
      int wrong = Arrays.mismatch(expected, actual);
      if (wrong >= 0) {
        throw new IllegalStateException(
            ("the model does not compute exactly on this machine: network %s, output %s, value %d"
                    + " is %.3f instead of %.0f; use the Java engine or report the processor"
                    + " and library versions")
                .formatted(spec.name(), name, wrong, actual[wrong], expected[wrong]));
      }
    }
  }

  private float[] take(int count) {
    float[] taken = new float[count];
    for (int i = 0; i < count; i++) {
      taken[i] = values.get();
    }
    return taken;
  }
}
