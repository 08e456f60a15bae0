package io.ardmstream.fuzz;

import io.ardmstream.block.coefficient.Effort;
import io.ardmstream.block.coefficient.JpegPayload;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.jpeg.JpegFile;
import java.util.Arrays;

/** JPEG files, after an even first byte, or payloads of such. */
final class JpegTarget {
  private static final int MOST_BYTES = 1 << 13;
  private static final long MOST_COEFFICIENTS = 1 << 18;

  private JpegTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    if (input[0] % 2 == 0) {
      MediaOracle.check(rest);
      coded(rest);
    } else {
      payload(rest);
    }
  }

  private static void coded(byte[] bytes) {
    JpegFile file;
    try {
      file = JpegFile.parse(bytes, MOST_COEFFICIENTS);
    } catch (UnsupportedInputException refused) {
      return;
    }
    if (!Arrays.equals(file.rebuild(), bytes)) {
      return; // which is why such a file is kept as it is
    }
    byte[] payload = JpegPayload.encode(file, Effort.QUICK);
    JpegFile again = JpegPayload.decode(payload, bytes.length, MOST_COEFFICIENTS);
    MediaOracle.require(Arrays.equals(again.rebuild(), bytes), "another file came back");
  }

  private static void payload(byte[] bytes) {
    try {
      JpegPayload.decode(bytes, MOST_BYTES, MOST_COEFFICIENTS).rebuild();
    } catch (ArdmException refused) {
      MediaOracle.require(refused.getMessage() != null, "a refusal without a message");
    }
  }
}
