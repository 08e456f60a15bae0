package io.ardmstream.training.audio;

import io.ardmstream.likelihood.audio.AudioFeatures;
import io.ardmstream.likelihood.audio.ResidualHead;
import io.ardmstream.network.NetworkInput;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.training.Trunk;
import java.util.List;

/**
 * The network of the audio model: a trunk of residual blocks and one head.
 *
 * @param features width of a residual's features
 * @param trunk shape of the trunk
 * @param head what the head emits
 */
record AudioArchitecture(int features, Trunk trunk, ResidualHead head) {

  NetworkSpec network() {
    return new NetworkSpec(
        "residual",
        List.of(new NetworkInput("context", features, Trunk.FRACTION, AudioFeatures.BOUND)),
        Trunk.withHead(trunk.layers("context"), List.of(Trunk.NAME), trunk.hidden(), head.width()),
        List.of(Trunk.HEAD));
  }
}
