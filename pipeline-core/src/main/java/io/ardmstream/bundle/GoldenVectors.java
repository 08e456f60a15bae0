package io.ardmstream.bundle;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.network.Network;
import io.ardmstream.network.NetworkSpec;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * {@code golden.bin}: known answers of one bundle. For every network: {@value #ROWS} rows of
 * inputs, then the outputs they must give, as big-endian 16-bit integers. A model that does not
 * reproduce them on this machine refuses to start.
 */
@PublicApi(Stability.EVOLVING)
public final class GoldenVectors {

  /** Rows per network. */
  public static final int ROWS = 32;

  private final ShortBuffer values;

  /** Reads {@code golden.bin}. */
  public GoldenVectors(byte[] file) {
    values = ByteBuffer.wrap(file).asShortBuffer();
  }

  /** Appends one network's rows to a file under construction. */
  public static byte[] append(byte[] file, float[][] inputs, float[][] outputs) {
    int count =
        Arrays.stream(inputs).mapToInt(a -> a.length).sum()
            + Arrays.stream(outputs).mapToInt(a -> a.length).sum();
    ByteBuffer grown = ByteBuffer.allocate(file.length + 2 * count).put(file);
    for (float[][] arrays : new float[][][] {inputs, outputs}) {
      for (float[] array : arrays) {
        for (float value : array) {
          grown.putShort((short) value);
        }
      }
    }
    return grown.array();
  }

  /**
   * Evaluates the next network's rows and compares.
   *
   * @throws IllegalStateException if an output differs; the message says which
   */
  public void verifyNext(NetworkSpec spec, Network evaluator) {
    float[][] inputs = spec.inputs().stream().map(i -> take(i.width())).toArray(float[][]::new);
    float[][] outputs = evaluator.evaluate(ROWS, inputs);
    for (int i = 0; i < outputs.length; i++) {
      String name = spec.outputs().get(i);
      float[] expected = take(spec.width(name));
      int wrong = Arrays.mismatch(expected, outputs[i]);
      if (wrong >= 0) {
        throw new IllegalStateException(
            ("the model does not compute exactly on this machine: network %s, output %s, value %d"
                    + " is %.3f instead of %.0f; use the Java evaluator or report the processor"
                    + " and library versions")
                .formatted(spec.name(), name, wrong, outputs[i][wrong], expected[wrong]));
      }
    }
  }

  private float[] take(int width) {
    float[] rows = new float[ROWS * width];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = values.get();
    }
    return rows;
  }
}
