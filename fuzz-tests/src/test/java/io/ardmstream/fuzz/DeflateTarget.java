package io.ardmstream.fuzz;

import io.ardmstream.deflate.Deflated;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.UnsupportedInputException;
import java.util.Arrays;

/**
 * DEFLATE streams, after an even first byte; or two bytes of a length, so many plain bytes, and
 * corrections for them.
 */
final class DeflateTarget {
  private static final int MOST = 1 << 16;
  private static final int WINDOW = 15;
  private static final int HEAD = 3;

  private DeflateTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < HEAD) {
      return;
    }
    if (input[0] % 2 == 0) {
      stream(input);
    } else {
      corrections(input);
    }
  }

  private static void stream(byte[] input) {
    Deflated deflated;
    try {
      deflated = Deflated.of(input, 1, MOST, WINDOW);
    } catch (UnsupportedInputException refused) {
      return;
    }
    byte[] rebuilt = Deflated.rebuild(deflated.plain(), deflated.corrections());
    byte[] original = Arrays.copyOfRange(input, 1, deflated.end());
    MediaOracle.require(Arrays.equals(rebuilt, original), "another stream came back");
  }

  private static void corrections(byte[] input) {
    int length = ((input[1] & 0xFF) << 8 | input[2] & 0xFF) % (input.length - HEAD + 1);
    byte[] plain = Arrays.copyOfRange(input, HEAD, HEAD + length);
    byte[] corrections = Arrays.copyOfRange(input, HEAD + length, input.length);
    try {
      Deflated.rebuild(plain, corrections);
    } catch (CorruptDataException damage) {
      MediaOracle.require(damage.getMessage() != null, "damage without a message");
    }
  }
}
