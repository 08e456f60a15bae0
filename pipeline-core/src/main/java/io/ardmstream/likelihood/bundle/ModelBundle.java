package io.ardmstream.likelihood.bundle;

import io.ardmstream.block.ModelId;
import io.ardmstream.likelihood.network.IntegerNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A loaded model bundle.
 *
 * @param id name, version and the SHA-256 of {@code model.json}
 * @param description contents of {@code model.json}
 * @param networks with their integer weights, proven exact
 * @param files the bundle's files, each verified against its digest when read
 */
public record ModelBundle(
    ModelId id, BundleDescription description, List<IntegerNetwork> networks, BundleFiles files) {

  /**
   * Loads and verifies a bundle.
   *
   * @throws IOException if a file is missing, differs from its digest, or has a newer layout
   */
  public static ModelBundle load(BundleFiles source) throws IOException {
    byte[] json = source.read("model.json");
    BundleDescription description = DescriptionJson.read(new String(json, StandardCharsets.UTF_8));
    if (description.format() != BundleDescription.FORMAT) {
      throw new IOException(
          "model %s has bundle layout %d; this version reads layout %d, update ardm-stream"
              .formatted(description.name(), description.format(), BundleDescription.FORMAT));
    }
    BundleFiles verified = path -> verified(source, description, path);
    return new ModelBundle(
        new ModelId(description.name(), description.version(), Digests.sha256(json)),
        description,
        WeightsFile.read(verified.read("weights.bin"), description.networks()),
        verified);
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

  /** Known answers of the networks. */
  public GoldenVectors golden() throws IOException {
    return new GoldenVectors(files.read("golden.bin"));
  }
}
