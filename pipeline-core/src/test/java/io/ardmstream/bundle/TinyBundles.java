package io.ardmstream.bundle;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.likelihood.anyorder.LossTable;
import io.ardmstream.likelihood.anyorder.PartialTile;
import io.ardmstream.likelihood.anyorder.TileFeatures;
import io.ardmstream.likelihood.anyorder.TileHead;
import io.ardmstream.likelihood.audio.AudioFeatures;
import io.ardmstream.likelihood.audio.CausalFeatures;
import io.ardmstream.likelihood.audio.ResidualHead;
import io.ardmstream.likelihood.image.HeadLayout;
import io.ardmstream.likelihood.image.tile.CausalWindow;
import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.likelihood.image.tile.SideFeatures;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.Layer;
import io.ardmstream.network.NetworkInput;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.network.ReferenceNetwork;
import io.ardmstream.network.TinyNetworks;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Complete bundles with small random networks, in memory. */
public final class TinyBundles {

  private static final HeadLayout HEAD = new HeadLayout(2);

  private TinyBundles() {}

  /** Files of an image bundle of the first kind: it does not name its colour transform. */
  public static Map<String, byte[]> imageFiles() {
    return imageFiles(Map.of("radius", 2, "slope", 2, "components", 2));
  }

  /** Files of an image bundle that names its colour transform. */
  public static Map<String, byte[]> imageFiles(int colours) {
    return imageFiles(Map.of("radius", 2, "slope", 2, "components", 2, "colours", colours));
  }

  /** Files of an image bundle whose model mixes. */
  public static Map<String, byte[]> mixedImageFiles(int mixing, int colours) {
    return imageFiles(
        Map.of("radius", 2, "slope", 2, "components", 2, "colours", colours, "mixing", mixing));
  }

  /** Files of an audio bundle whose model mixes. */
  public static Map<String, byte[]> mixedAudioFiles(int mixing) {
    NetworkSpec two =
        TinyNetworks.spec("residual", CausalFeatures.WIDTH, new ResidualHead(2).width());
    NetworkSpec spec = new NetworkSpec("residual", two.inputs(), two.layers(), List.of("head"));
    Map<String, Integer> parameters = Map.of("components", 2, "mixing", mixing);
    return files("tiny-audio", "audio", "wavefront(0)", parameters, List.of(spec));
  }

  private static Map<String, byte[]> imageFiles(Map<String, Integer> parameters) {
    return imageFiles("wavefront(2)", parameters);
  }

  private static Map<String, byte[]> imageFiles(String schedule, Map<String, Integer> parameters) {
    int features = new ImageFeatures(new CausalWindow(2, 2)).width();
    List<NetworkSpec> specs = new ArrayList<>();
    specs.add(TinyNetworks.spec("channel0", features, HEAD.width(0)));
    for (int c = 1; c < 3; c++) {
      specs.add(
          new NetworkSpec(
              "channel" + c,
              List.of(
                  new NetworkInput("trunk", 8, 5, 255),
                  new NetworkInput("side", SideFeatures.WIDTH * c, 5, 255)),
              List.of(
                  new Layer.Dense("head", List.of("trunk", "side"), HEAD.width(c), 8, -4095, 4095)),
              List.of("head")));
    }
    return files("tiny-image", "image", schedule, parameters, specs);
  }

  /** Files of a bundle for any order, with digits of that base, that encodes in an order. */
  public static Map<String, byte[]> orderAgnosticFiles(int base, int order) {
    int outputs = PartialTile.CHANNELS * new TileHead(2).width();
    NetworkSpec spec = TinyNetworks.onGrid("tile", TileFeatures.WIDTH, outputs, 32, 32);
    int stages = new DepthUpscaling(base, PartialTile.CARDINALITY).stages();
    double[][] losses = new double[stages][LossTable.KNOTS];
    for (int stage = 0; stage < stages; stage++) {
      for (int knot = 0; knot < LossTable.KNOTS; knot++) {
        losses[stage][knot] = 1 + stage + 2.0 / (1 + knot);
      }
    }
    return files(
        "tiny-any",
        "image",
        BundleDescription.ANY_ORDER,
        base,
        Map.of("components", 2, "order", order),
        List.of(spec),
        Map.of(LossTable.FILE, LossTable.write(losses)));
  }

  /** Files of an audio bundle. */
  public static Map<String, byte[]> audioFiles() {
    return audioFiles("lattice(4)");
  }

  /** Files of an audio bundle that claims a generation order. */
  public static Map<String, byte[]> audioFiles(String schedule) {
    NetworkSpec spec =
        TinyNetworks.spec("residual", new AudioFeatures(2).width(), new ResidualHead(2).width());
    return files(
        "tiny-audio",
        "audio",
        schedule,
        Map.of("reach", 2, "components", 2, "levels", 4),
        List.of(spec));
  }

  /** Files of an image bundle that claims a generation order. */
  public static Map<String, byte[]> imageFiles(String schedule) {
    return imageFiles(schedule, Map.of("radius", 2, "slope", 2, "components", 2));
  }

  private static Map<String, byte[]> files(
      String name,
      String modality,
      String schedule,
      Map<String, Integer> parameters,
      List<NetworkSpec> specs) {
    return files(name, modality, schedule, 16, parameters, specs, Map.of());
  }

  private static Map<String, byte[]> files(
      String name,
      String modality,
      String schedule,
      int base,
      Map<String, Integer> parameters,
      List<NetworkSpec> specs,
      Map<String, byte[]> more) {
    List<IntegerNetwork> networks = new ArrayList<>();
    byte[] golden = new byte[0];
    for (NetworkSpec spec : specs) {
      IntegerNetwork network = TinyNetworks.random(spec, 9, 30);
      networks.add(network);
      float[][] inputs =
          spec.inputs().stream()
              .map(i -> TinyNetworks.rows(i, GoldenVectors.rows(network.spec()), new Random(3)))
              .toArray(float[][]::new);
      golden = GoldenVectors.append(golden, spec, new ReferenceNetwork(network), inputs);
    }
    Map<String, byte[]> files = new HashMap<>(more);
    files.put("weights.bin", WeightsFile.write(networks));
    files.put("golden.bin", golden);
    Map<String, String> digests = new HashMap<>();
    files.forEach((path, bytes) -> digests.put(path, Digests.sha256(bytes)));
    BundleDescription description =
        new BundleDescription(
            format(schedule, parameters),
            name,
            1,
            modality,
            schedule,
            base,
            parameters,
            specs,
            digests);
    files.put("model.json", DescriptionJson.write(description).getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static int format(String schedule, Map<String, Integer> parameters) {
    if (schedule.equals(BundleDescription.ANY_ORDER)) {
      return BundleDescription.ORDER_AGNOSTIC;
    }
    return parameters.containsKey("mixing") ? BundleDescription.MIXED : BundleDescription.FORMAT;
  }

  /** Files as a source. */
  public static BundleFiles source(Map<String, byte[]> files) {
    return path -> {
      byte[] bytes = files.get(path);
      if (bytes == null) {
        throw new FileNotFoundException(path);
      }
      return bytes;
    };
  }
}
