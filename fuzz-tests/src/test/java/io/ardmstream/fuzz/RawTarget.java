package io.ardmstream.fuzz;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Declared shapes, up to the first line feed, and the bytes they are declared for. */
final class RawTarget {

  private RawTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    RawDescriptor shape;
    try {
      shape = RawDescriptor.parse(new String(input, 0, end, StandardCharsets.UTF_8));
    } catch (UnsupportedInputException refusal) {
      return;
    }
    MediaOracle.require(shape.equals(RawDescriptor.parse(shape.toString())), "another shape");
    byte[] samples = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
    MediaOracle.check(samples, MediaOptions.defaults().withRaw(shape));
  }
}
