package io.ardmstream.training.image;

import io.ardmstream.likelihood.image.HeadLayout;
import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.likelihood.image.tile.SideFeatures;
import io.ardmstream.network.NetworkInput;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.training.Trunk;
import java.util.List;

/**
 * Networks of the image model: a trunk shared by three light heads.
 *
 * @param features width of the window's features
 * @param trunk shape of the trunk and the heads
 * @param head what a head emits
 */
record ImageArchitecture(int features, Trunk trunk, HeadLayout head) {

  /** One network per channel; the first also emits the trunk, which the others read. */
  List<NetworkSpec> networks() {
    return List.of(first(), later(1), later(2));
  }

  private NetworkSpec first() {
    return new NetworkSpec(
        "channel0",
        List.of(new NetworkInput("window", features, Trunk.FRACTION, ImageFeatures.BOUND)),
        Trunk.withHead(trunk.layers("window"), List.of(Trunk.NAME), trunk.hidden(), head.width(0)),
        List.of(Trunk.HEAD, Trunk.NAME));
  }

  private NetworkSpec later(int channel) {
    return new NetworkSpec(
        "channel" + channel,
        List.of(
            new NetworkInput(Trunk.NAME, trunk.channels(), Trunk.FRACTION, ImageFeatures.BOUND),
            new NetworkInput(
                "side", SideFeatures.WIDTH * channel, Trunk.FRACTION, ImageFeatures.BOUND)),
        Trunk.withHead(List.of(), List.of(Trunk.NAME, "side"), trunk.hidden(), head.width(channel)),
        List.of(Trunk.HEAD));
  }

  /** Multiplications and additions per pixel. */
  long macs() {
    return networks().stream().mapToLong(NetworkSpec::macs).sum();
  }
}
