package io.ardmstream.training;

import io.ardmstream.network.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * A trunk of residual blocks, and the heads on it.
 *
 * @param channels width of the trunk
 * @param blocks residual blocks, at least 1
 * @param hidden width of a head's hidden layer
 */
public record Trunk(int channels, int blocks, int hidden) {

  /** Fractional bits of activations: a resolution of 1/32 and a range of 8. */
  public static final int FRACTION = 5;

  /** Name of the trunk's last layer. */
  public static final String NAME = "trunk";

  /** Name of a head's last layer. */
  public static final String HEAD = "head";

  private static final int HIGH = 255;
  private static final int HEAD_FRACTION = 8;
  private static final int HEAD_HIGH = 4095;

  /** The trunk's layers over an input. */
  public List<Layer> layers(String input) {
    List<Layer> layers = new ArrayList<>();
    layers.add(dense("stem", List.of(input), channels, 0));
    String last = "stem";
    for (int i = 0; i < blocks; i++) {
      boolean end = i == blocks - 1;
      layers.add(dense("wide" + i, List.of(last), channels, 0));
      layers.add(dense("branch" + i, List.of("wide" + i), channels, -HIGH));
      String name = end ? NAME : "sum" + i;
      layers.add(new Layer.Sum(name, List.of(last, "branch" + i), FRACTION, end ? 0 : -HIGH, HIGH));
      last = name;
    }
    return layers;
  }

  /** Those layers followed by a hidden layer and an output layer. */
  public static List<Layer> withHead(
      List<Layer> layers, List<String> sources, int hidden, int width) {
    List<Layer> all = new ArrayList<>(layers);
    all.add(dense("hidden", sources, hidden, 0));
    all.add(new Layer.Dense(HEAD, List.of("hidden"), width, HEAD_FRACTION, -HEAD_HIGH, HEAD_HIGH));
    return all;
  }

  private static Layer dense(String name, List<String> sources, int units, int low) {
    return new Layer.Dense(name, sources, units, FRACTION, low, HIGH);
  }
}
