package io.ardmstream.bundle;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.block.ModelId;
import io.ardmstream.network.IntegerNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A model bundle. Its weights are read when they are asked for: of all models that are installed a
 * process opens one or two.
 *
 * @param id name, version and the SHA-256 of {@code model.json}
 * @param description contents of {@code model.json}
 * @param files the bundle's files, each verified against its digest when read
 */
@PublicApi(Stability.EVOLVING)
public record ModelBundle(ModelId id, BundleDescription description, BundleFiles files) {

  /**
   * Reads what a bundle is.
   *
   * @throws IOException if its description is missing or damaged, or has a newer layout
   */
  public static ModelBundle load(BundleFiles source) throws IOException {
    byte[] json = source.read("model.json");
    try {
      return load(source, json);
    } catch (RuntimeException damage) {
      // Gson passes on whatever the checks of the records throw
      throw damaged("model.json", damage);
    }
  }

  private static IOException damaged(String file, RuntimeException damage) {
    // Gson says on further lines where to read about its messages
    String what = String.valueOf(damage.getMessage()).lines().findFirst().orElse("");
    return new IOException(
        "the model bundle is damaged: %s: %s; install the model again".formatted(file, what),
        damage);
  }

  private static ModelBundle load(BundleFiles source, byte[] json) throws IOException {
    BundleDescription description = DescriptionJson.read(new String(json, StandardCharsets.UTF_8));
    if (description == null) {
      throw new IOException("the model bundle has an empty model.json; install the model again");
    }
    if (description.format() < 1 || description.format() > BundleDescription.ORDER_AGNOSTIC) {
      throw new IOException(
          "model %s has bundle layout %d; this version reads layouts 1 to %d, update ardm-stream"
              .formatted(
                  description.name(), description.format(), BundleDescription.ORDER_AGNOSTIC));
    }
    if (description.files() == null) {
      throw new IOException(
          "model %s v%d lists no files; install the model again"
              .formatted(description.name(), description.version()));
    }
    if (description.format() < BundleDescription.MIXED && description.mixing().isPresent()) {
      throw tooOld(description, "mixes", BundleDescription.MIXED);
    }
    if (description.format() < BundleDescription.ORDER_AGNOSTIC && description.orderAgnostic()) {
      throw tooOld(description, "is for any order", BundleDescription.ORDER_AGNOSTIC);
    }
    BundleFiles verified = path -> verified(source, description, path);
    return new ModelBundle(
        new ModelId(description.name(), description.version(), Digests.sha256(json)),
        description,
        verified);
  }

  private static IOException tooOld(BundleDescription description, String what, int layout) {
    return new IOException(
        "model %s v%d %s, but its bundle has not layout %d, by which older software knows that it cannot; write the bundle again"
            .formatted(description.name(), description.version(), what, layout));
  }

  private static byte[] verified(BundleFiles source, BundleDescription description, String path)
      throws IOException {
    byte[] bytes = source.read(path);
    String expected = description.files().get(path);
    if (!Digests.sha256(bytes).equals(expected)) {
      throw new IOException(
          "%s of model %s v%d is damaged: its SHA-256 is not the one in model.json; install the model again"
              .formatted(path, description.name(), description.version()));
    }
    return bytes;
  }

  /**
   * The networks with their integer weights, proven exact.
   *
   * @throws IOException if the weights are missing, damaged or differ from their digest
   */
  public List<IntegerNetwork> networks() throws IOException {
    byte[] weights = files.read("weights.bin");
    try {
      return WeightsFile.read(weights, description.networks());
    } catch (RuntimeException damage) {
      throw damaged("weights.bin", damage);
    }
  }

  /** Known answers of the networks. */
  public GoldenVectors golden() throws IOException {
    return new GoldenVectors(files.read("golden.bin"));
  }
}
