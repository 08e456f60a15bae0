package io.ardmstream.block.classic.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The weights are part of the format: what was coded with others cannot be decoded. */
class LearntWeightsTest {

  @Test
  void theyAreThoseOfTheFormat() throws IOException, NoSuchAlgorithmException {
    byte[] bytes = bytes();

    assertThat(bytes).hasSize(39_280);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
        .isEqualTo("8c393bb7668b745a55e5a90d993d7c883a74209eade86f4d1345b9b8c0e3f3af");
  }

  @Test
  void everyByteIsAWeight() throws IOException {
    int weights = 0;
    for (WarmStart start : WarmStart.values()) {
      weights += start.shape.firstWeights() + start.shape.secondWeights();
    }

    assertThat(bytes()).hasSize(weights);
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in = LearntWeights.class.getResourceAsStream(LearntWeights.RESOURCE)) {
      return in.readAllBytes();
    }
  }
}
