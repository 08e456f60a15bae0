package io.ardmstream.training.anyorder;

import io.ardmstream.likelihood.anyorder.PartialTile;
import io.ardmstream.likelihood.anyorder.TileFeatures;
import io.ardmstream.likelihood.anyorder.TileHead;
import io.ardmstream.network.Convolution;
import io.ardmstream.network.Grid;
import io.ardmstream.network.Layer;
import io.ardmstream.network.NetworkInput;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.training.Trunk;
import java.util.ArrayList;
import java.util.List;

/**
 * The network of an order-agnostic model: residual blocks of two convolutions of 3 × 3, and a head
 * that reads the position alone.
 *
 * @param channels width of the trunk
 * @param blocks residual blocks, at least 1
 * @param head what comes out
 */
record TileArchitecture(int channels, int blocks, TileHead head) {

  private static final int HIGH = 255;
  private static final int HEAD_FRACTION = 8;
  private static final int HEAD_HIGH = 4095;

  NetworkSpec network() {
    List<Layer> layers = new ArrayList<>();
    layers.add(convolution("stem", "view", -HIGH));
    String last = "stem";
    for (int i = 0; i < blocks; i++) {
      layers.add(convolution("wide" + i, last, 0));
      layers.add(convolution("branch" + i, "wide" + i, -HIGH));
      boolean end = i == blocks - 1;
      String name = end ? Trunk.NAME : "sum" + i;
      layers.add(
          new Layer.Sum(name, List.of(last, "branch" + i), Trunk.FRACTION, end ? 0 : -HIGH, HIGH));
      last = name;
    }
    layers.add(
        new Layer.Dense(
            Trunk.HEAD,
            List.of(Trunk.NAME),
            PartialTile.CHANNELS * head.width(),
            HEAD_FRACTION,
            -HEAD_HIGH,
            HEAD_HIGH));
    return new NetworkSpec(
        "tile",
        List.of(new NetworkInput("view", TileFeatures.WIDTH, Trunk.FRACTION, TileFeatures.BOUND)),
        layers,
        List.of(Trunk.HEAD),
        new Grid(PartialTile.SIDE, PartialTile.SIDE));
  }

  private Layer convolution(String name, String source, int low) {
    return new Convolution(name, List.of(source), channels, 1, Trunk.FRACTION, low, HIGH);
  }
}
