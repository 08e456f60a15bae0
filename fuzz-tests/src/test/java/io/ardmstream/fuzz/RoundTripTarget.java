package io.ardmstream.fuzz;

import io.ardmstream.codec.Source;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.util.Arrays;
import java.util.List;

/**
 * Media of all shapes, encoded with models and decoded: four bytes of shape, the rest are samples.
 */
final class RoundTripTarget {

  private static final int SHAPE = 4;
  private static final int MOST_BYTES = 2048;
  private static final List<String> FORMATS =
      List.of("u8", "s8", "u16le", "s16be", "s16le", "u24be", "s24le", "s32le", "s32be");

  private RoundTripTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length <= SHAPE) {
      return;
    }
    RawDescriptor shape = shape(input);
    byte[] samples = samples(shape, Arrays.copyOfRange(input, SHAPE, input.length));
    ResealedTarget.roundTrip(new Source(samples, MediaOptions.defaults().withRaw(shape)));
  }

  private static RawDescriptor shape(byte[] input) {
    String format = FORMATS.get((input[0] & 0x7F) % FORMATS.size());
    int channels = 1 + (input[1] & 3);
    if (input[0] < 0) {
      return RawDescriptor.parse("%s,%dch".formatted(format, channels));
    }
    int width = 1 + (input[2] & 15);
    int height = 1 + (input[3] & 15);
    String order = input[1] < 0 ? "interleaved" : "planar";
    return RawDescriptor.parse("%s,%dx%dx%d,%s".formatted(format, channels, width, height, order));
  }

  /** As many bytes as the shape takes: repeated, or cut to whole frames. */
  private static byte[] samples(RawDescriptor shape, byte[] bytes) {
    int length;
    if (shape instanceof RawDescriptor.Image image) {
      length = image.format().bytes() * image.channels() * image.width() * image.height();
    } else {
      int frame = ((RawDescriptor.Audio) shape).frameBytes();
      length = Math.max(frame, Math.min(bytes.length, MOST_BYTES) / frame * frame);
    }
    byte[] samples = new byte[length];
    for (int i = 0; i < length; i++) {
      samples[i] = bytes[i % bytes.length];
    }
    return samples;
  }
}
