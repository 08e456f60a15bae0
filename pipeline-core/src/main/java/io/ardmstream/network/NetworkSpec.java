package io.ardmstream.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as data: inputs, layers in order of evaluation, and the layers whose values are read.
 *
 * <p>Read by the evaluators and by the graph builders of the trainer, and by nothing else.
 *
 * @param name unique within its bundle
 * @param inputs named feature groups
 * @param layers every layer after all the layers it reads
 * @param outputs names of layers, in the order in which evaluators return them
 */
public record NetworkSpec(
    String name, List<NetworkInput> inputs, List<Layer> layers, List<String> outputs) {

  /** Checks that every name is defined once and before its use, and that widths agree. */
  public NetworkSpec {
    inputs = List.copyOf(inputs);
    layers = List.copyOf(layers);
    outputs = List.copyOf(outputs);
    check(name, inputs, layers, outputs);
  }

  private static void check(
      String name, List<NetworkInput> inputs, List<Layer> layers, List<String> outputs) {
    Map<String, Integer> widths = new HashMap<>();
    for (NetworkInput input : inputs) {
      define(widths, name, input.name(), input.width());
    }
    for (Layer layer : layers) {
      int width = 0;
      for (String source : layer.inputs()) {
        width += require(widths, name, source);
      }
      if (layer instanceof Layer.Dense dense) {
        define(widths, name, layer.name(), dense.units());
      } else {
        if (require(widths, name, layer.inputs().get(0)) * 2 != width) {
          throw new IllegalArgumentException(
              "network %s: sum %s adds layers of different widths".formatted(name, layer.name()));
        }
        define(widths, name, layer.name(), width / 2);
      }
    }
    outputs.forEach(output -> require(widths, name, output));
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

  /** Number of values per row of an input or a layer. */
  public int width(String name) {
    for (NetworkInput input : inputs) {
      if (input.name().equals(name)) {
        return input.width();
      }
    }
    Layer layer = layer(name);
    return layer instanceof Layer.Dense dense ? dense.units() : width(layer.inputs().get(0));
  }

  /** Number of values per row that a layer reads. */
  public int fanIn(Layer layer) {
    return layer.inputs().stream().mapToInt(this::width).sum();
  }

  /** The dense layers, in order; weights are stored in this order. */
  public List<Layer.Dense> denseLayers() {
    List<Layer.Dense> dense = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer instanceof Layer.Dense d) {
        dense.add(d);
      }
    }
    return dense;
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
    return denseLayers().stream().mapToLong(d -> (long) fanIn(d) * d.units()).sum();
  }
}
