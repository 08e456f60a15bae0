package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as data: inputs, layers in order of evaluation, and the layers whose values are read.
 *
 * <p>Read by the networks and by the graph builders of the trainer, and by nothing else.
 *
 * @param name unique within its bundle
 * @param inputs named feature groups
 * @param layers every layer after all the layers it reads
 * @param outputs names of layers, in the order in which networks return them
 * @param grid how rows lie beside each other, or null if no layer looks beside its own
 */
@PublicApi(Stability.EVOLVING)
public record NetworkSpec(
    String name, List<NetworkInput> inputs, List<Layer> layers, List<String> outputs, Grid grid) {

  /** A network of rows that have nothing to do with each other. */
  public NetworkSpec(
      String name, List<NetworkInput> inputs, List<Layer> layers, List<String> outputs) {
    this(name, inputs, layers, outputs, null);
  }

  /** Checks that every name is defined once and before its use, and that widths agree. */
  public NetworkSpec {
    inputs = List.copyOf(inputs);
    layers = List.copyOf(layers);
    outputs = List.copyOf(outputs);
    check(name, inputs, layers, outputs);
    if (grid == null && layers.stream().anyMatch(layer -> layer.reach() > 0)) {
      throw new IllegalArgumentException("network %s convolves without a grid".formatted(name));
    }
  }

  private static void check(
      String name, List<NetworkInput> inputs, List<Layer> layers, List<String> outputs) {
    Map<String, Integer> widths = widths(name, inputs, layers);
    outputs.forEach(output -> require(widths, name, output));
  }

  /**
   * From the first input to the last layer: asking a layer for its own would ask along all paths.
   */
  private static Map<String, Integer> widths(
      String name, List<NetworkInput> inputs, List<Layer> layers) {
    Map<String, Integer> widths = new HashMap<>();
    for (NetworkInput input : inputs) {
      define(widths, name, input.name(), input.width());
    }
    for (Layer layer : layers) {
      int[] read =
          layer.inputs().stream().mapToInt(source -> require(widths, name, source)).toArray();
      define(widths, name, layer.name(), layer.width(read));
    }
    return widths;
  }

  private static void define(Map<String, Integer> widths, String network, String name, int width) {
    if (widths.put(name, width) != null) {
      throw new IllegalArgumentException("network %s defines %s twice".formatted(network, name));
    }
  }

  private static int require(Map<String, Integer> widths, String network, String name) {
    Integer width = widths.get(name);
    if (width == null) {
      throw new IllegalArgumentException(
          "network %s: %s is used before it is defined".formatted(network, name));
    }
    return width;
  }

  /** Batches have a multiple of so many rows. */
  public int rowsTogether() {
    return grid == null ? 1 : grid.positions();
  }

  /** Number of values per row of an input or a layer. */
  public int width(String of) {
    return require(widths(name, inputs, layers), name, of);
  }

  /** The layers with weights, in order; weights are stored in this order. */
  public List<Layer.Weighted> weightedLayers() {
    List<Layer.Weighted> weighted = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer instanceof Layer.Weighted w) {
        weighted.add(w);
      }
    }
    return weighted;
  }

  /** The layer of that name. */
  public Layer layer(String name) {
    return layers.stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  /** Largest magnitude of a value of an input or a layer. */
  public int bound(String name) {
    for (NetworkInput input : inputs) {
      if (input.name().equals(name)) {
        return input.bound();
      }
    }
    return layer(name).bound();
  }

  /** Fractional bits of an input or a layer. */
  public int fraction(String name) {
    for (NetworkInput input : inputs) {
      if (input.name().equals(name)) {
        return input.fraction();
      }
    }
    return layer(name).fraction();
  }

  /** Multiplications and additions per row. */
  public long macs() {
    return weightedLayers().stream().mapToLong(layer -> layer.macs(this)).sum();
  }
}
