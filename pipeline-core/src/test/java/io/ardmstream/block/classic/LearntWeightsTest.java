package io.ardmstream.block.classic;

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

    assertThat(bytes).hasSize(14_080);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
        .isEqualTo("64b6bb1514514240f65608b9015d4eaee94fca4a2784d200cd0af5013a7ce943");
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
