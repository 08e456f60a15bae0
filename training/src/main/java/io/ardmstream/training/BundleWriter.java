package io.ardmstream.training;

import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.bundle.DescriptionJson;
import io.ardmstream.bundle.Digests;
import io.ardmstream.bundle.GoldenVectors;
import io.ardmstream.bundle.WeightsFile;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.NetworkInput;
import io.ardmstream.network.ReferenceNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Writes a bundle's files; {@code model.json} last, since it pins the others. */
public final class BundleWriter {

  private static final long GOLDEN_SEED = 20110;

  private final Path folder;
  private final Map<String, String> files = new TreeMap<>();

  public BundleWriter(Path folder) {
    this.folder = folder;
  }

  /** The folder beside a bundle's where its training keeps checkpoint and curves. */
  public static Path workOf(Path bundle) {
    return bundle.resolveSibling(bundle.getFileName() + ".training");
  }

  /** Writes everything; {@code draft} describes the model, without files. */
  public void write(BundleDescription draft, List<IntegerNetwork> networks) throws IOException {
    write(draft, networks, Map.of());
  }

  /**
   * Writes everything.
   *
   * @param more of the model's own, by their paths
   */
  public void write(
      BundleDescription draft, List<IntegerNetwork> networks, Map<String, byte[]> more)
      throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : more.entrySet()) {
      put(file.getKey(), file.getValue());
    }
    put("weights.bin", WeightsFile.write(networks));
    put("golden.bin", golden(networks));
    for (IntegerNetwork network : networks) {
      String path = "networks/" + network.spec().name();
      SavedModelExport.write(network, folder.resolve(path));
      pinAll(path);
    }
    BundleDescription complete =
        new BundleDescription(
            draft.format(),
            draft.name(),
            draft.version(),
            draft.modality(),
            draft.schedule(),
            draft.base(),
            draft.parameters(),
            draft.networks(),
            files);
    Files.writeString(folder.resolve("model.json"), DescriptionJson.write(complete));
  }

  private void put(String path, byte[] bytes) throws IOException {
    Files.write(folder.resolve(path), bytes);
    files.put(path, Digests.sha256(bytes));
  }

  private void pinAll(String path) throws IOException {
    try (var saved = Files.walk(folder.resolve(path))) {
      for (Path file : saved.filter(Files::isRegularFile).sorted().toList()) {
        String relative = folder.relativize(file).toString().replace('\\', '/');
        files.put(relative, Digests.sha256(Files.readAllBytes(file)));
      }
    }
  }

  private static byte[] golden(List<IntegerNetwork> networks) {
    Random random = new Random(GOLDEN_SEED);
    byte[] file = new byte[0];
    for (IntegerNetwork network : networks) {
      float[][] inputs =
          network.spec().inputs().stream()
              .map(input -> rows(input, GoldenVectors.rows(network.spec()), random))
              .toArray(float[][]::new);
      file = GoldenVectors.append(file, network.spec(), new ReferenceNetwork(network), inputs);
    }
    return file;
  }

  /** A fifth of the rows is at the bounds, where sums are largest. */
  private static float[] rows(NetworkInput input, int count, Random random) {
    float[] rows = new float[count * input.width()];
    for (int i = 0; i < rows.length; i++) {
      boolean extreme = i / input.width() % 5 == 0;
      rows[i] =
          extreme
              ? (random.nextBoolean() ? input.bound() : -input.bound())
              : (float)
                  Math.rint(Math.max(-1, Math.min(1, random.nextGaussian() / 4)) * input.bound());
    }
    return rows;
  }
}
