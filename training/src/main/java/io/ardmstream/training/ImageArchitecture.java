package io.ardmstream.training;

import io.ardmstream.likelihood.image.HeadLayout;
import io.ardmstream.likelihood.image.SideFeatures;
import io.ardmstream.likelihood.network.Layer;
import io.ardmstream.likelihood.network.NetworkInput;
import io.ardmstream.likelihood.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks of the image model: a trunk of residual blocks shared by three light heads.
 *
 * @param features width of the window's features
 * @param channels width of the trunk
 * @param blocks residual blocks in the trunk
 * @param hidden width of a head's hidden layer
 * @param head what a head emits
 */
record ImageArchitecture(int features, int channels, int blocks, int hidden, HeadLayout head) {

  private static final int FRACTION = 5;
  private static final int HIGH = 255;
  private static final int OUTPUT = 4095;
  private static final String TRUNK = "trunk";

  /** One network per channel; the first also emits the trunk, which the others read. */
  List<NetworkSpec> networks() {
    return List.of(first(), later(1), later(2));
  }

  private NetworkSpec first() {
    List<Layer> layers = new ArrayList<>();
    layers.add(dense("stem", List.of("window"), channels, 0));
    String last = "stem";
    for (int i = 0; i < blocks; i++) {
      layers.add(dense("wide" + i, List.of(last), channels, 0));
      layers.add(dense("branch" + i, List.of("wide" + i), channels, -HIGH));
      String name = i == blocks - 1 ? TRUNK : "sum" + i;
      layers.add(
          new Layer.Sum(
              name, List.of(last, "branch" + i), FRACTION, i == blocks - 1 ? 0 : -HIGH, HIGH));
      last = name;
    }
    addHead(layers, 0, List.of(TRUNK));
    return new NetworkSpec(
        "channel0",
        List.of(new NetworkInput("window", features, FRACTION, HIGH)),
        layers,
        List.of("head", TRUNK));
  }

  private NetworkSpec later(int channel) {
    List<Layer> layers = new ArrayList<>();
    addHead(layers, channel, List.of(TRUNK, "side"));
    return new NetworkSpec(
        "channel" + channel,
        List.of(
            new NetworkInput(TRUNK, channels, FRACTION, HIGH),
            new NetworkInput("side", SideFeatures.WIDTH * channel, FRACTION, HIGH)),
        layers,
        List.of("head"));
  }

  private void addHead(List<Layer> layers, int channel, List<String> sources) {
    layers.add(dense("hidden", sources, hidden, 0));
    layers.add(
        new Layer.Dense(
            "head",
            List.of("hidden"),
            head.width(channel),
            HeadLayout.FRACTION,
            -OUTPUT,
            OUTPUT));
  }

  private static Layer dense(String name, List<String> sources, int units, int low) {
    return new Layer.Dense(name, sources, units, FRACTION, low, HIGH);
  }

  /** Multiplications and additions per pixel. */
  long macs() {
    return networks().stream().mapToLong(NetworkSpec::macs).sum();
  }
}
