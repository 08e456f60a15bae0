package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Fidelity;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The checksum of a record is that of the standard, of its bytes or of its samples. */
class RawChecksumTest {
  private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);
  private static final int KNOWN = 0xE3069283;

  @Test
  void itIsThatOfTheFileOrOfAllSamplesPlaneAfterPlane() {
    int[][] planes = {{'1', '2', '3', '4'}, {'5', '6', '7', '8'}};

    assertThat(RawChecksum.of(Fidelity.BYTES, DIGITS, planes, 8)).isEqualTo(KNOWN);
    assertThat(RawChecksum.of(Fidelity.SAMPLES, new byte[0], new int[][] {digits()}, 8))
        .isEqualTo(KNOWN);
    assertThat(RawChecksum.of(Fidelity.SAMPLES, DIGITS, planes, 8)).isNotIn(0, KNOWN);
  }

  private static int[] digits() {
    int[] digits = new int[DIGITS.length];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = DIGITS[i];
    }
    return digits;
  }
}
