package io.ardmstream.bundle;

import io.ardmstream.network.DenseWeights;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.Layer;
import io.ardmstream.network.NetworkSpec;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code weights.bin}: for every network and every layer with weights in order, big-endian: the
 * weights (16 bits each, input-major), the biases (32 bits each), the shifts (8 bits each). The
 * shapes are in {@code model.json}.
 */
public final class WeightsFile {

  private WeightsFile() {}

  /** Bytes of the file. */
  public static byte[] write(List<IntegerNetwork> networks) {
    int size =
        networks.stream()
            .flatMap(n -> n.weights().stream())
            .mapToInt(w -> 2 * w.weights().length + 5 * w.units())
            .sum();
    ByteBuffer out = ByteBuffer.allocate(size);
    for (IntegerNetwork network : networks) {
      for (DenseWeights w : network.weights()) {
        out.asShortBuffer().put(w.weights());
        out.position(out.position() + 2 * w.weights().length);
        out.asIntBuffer().put(w.bias());
        out.position(out.position() + 4 * w.units());
        out.put(w.shift());
      }
    }
    return out.array();
  }

  /**
   * Reads the weights of the given networks.
   *
   * @throws IllegalArgumentException if the file is too short or too long, or a layer could
   *     overflow
   */
  public static List<IntegerNetwork> read(byte[] file, List<NetworkSpec> specs) {
    ByteBuffer in = ByteBuffer.wrap(file);
    List<IntegerNetwork> networks = new ArrayList<>();
    try {
      for (NetworkSpec spec : specs) {
        List<DenseWeights> weights = new ArrayList<>();
        for (Layer.Weighted layer : spec.weightedLayers()) {
          weights.add(readLayer(in, layer.fanIn(spec), layer.units()));
        }
        networks.add(new IntegerNetwork(spec, weights));
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("weights.bin ends too early", e);
    }
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("weights.bin has " + in.remaining() + " bytes too many");
    }
    return networks;
  }

  private static DenseWeights readLayer(ByteBuffer in, int fanIn, int units) {
    // before memory is taken for what model.json claims
    double size = units * (2.0 * fanIn + 5);
    if (fanIn < 1 || units < 1 || size > in.remaining()) {
      throw new IllegalArgumentException(
          "weights.bin is too short for a layer of %d by %d".formatted(fanIn, units));
    }
    short[] weights = new short[fanIn * units];
    in.asShortBuffer().get(weights);
    in.position(in.position() + 2 * weights.length);
    int[] bias = new int[units];
    in.asIntBuffer().get(bias);
    in.position(in.position() + 4 * units);
    byte[] shift = new byte[units];
    in.get(shift);
    return new DenseWeights(weights, bias, shift);
  }
}
