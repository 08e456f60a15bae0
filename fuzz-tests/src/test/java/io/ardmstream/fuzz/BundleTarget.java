package io.ardmstream.fuzz;

import io.ardmstream.bundle.BundleFiles;
import io.ardmstream.bundle.Digests;
import io.ardmstream.bundle.ModelBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Model bundles: {@code model.json} up to the first zero byte, then {@code weights.bin}, whose
 * digest replaces the word {@code DIGEST}.
 */
final class BundleTarget {

  private BundleTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != 0) {
      end++;
    }
    byte[] weights = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
    String json = new String(input, 0, end, StandardCharsets.UTF_8);
    Map<String, byte[]> files =
        Map.of(
            "weights.bin",
            weights,
            "model.json",
            json.replace("DIGEST", Digests.sha256(weights)).getBytes(StandardCharsets.UTF_8));
    BundleFiles source = path -> files.getOrDefault(path, new byte[0]);
    try {
      ModelBundle.load(source).networks();
    } catch (IOException refusal) {
      MediaOracle.require(refusal.getMessage() != null, "a refusal without a reason");
    }
  }
}
