package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.codec.Source;
import io.ardmstream.container.GroupPlace;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Frames of a camera of 12 bits, in words of 16, lean on each other however bright they are. */
class WideFramesTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 48;
  private static final int[] BRIGHTEST = {4000, 2000, 1100, 4095, 1001};

  @Test
  void framesWhoseBrightestSamplesDifferAreOneGroup() {
    List<Source> frames =
        IntStream.range(0, BRIGHTEST.length).mapToObj(time -> Source.of(frame(time))).toList();
    try (Codec codec =
        Codec.builder().models(ModelRegistry.installed()).imageModel("image-fast").build()) {
      List<byte[]> containers =
          codec.encodeStreams(List.of(frames), 8).get(0).stream()
              .map(Encoding::orThrow)
              .map(Encoded::container)
              .toList();

      for (int time = 0; time < BRIGHTEST.length; time++) {
        byte[] container = containers.get(time);
        assertThat(Codec.inspect(container).group().map(GroupPlace::place)).contains(time);
        assertThat(Codec.inspect(container).layout().bitDepth()).isEqualTo(12);
        assertThat(codec.decode(containers).get(time).orThrow().bytes())
            .isEqualTo(frames.get(time).bytes());
      }
    }
  }

  /** A scene that stands still with a little noise, and one sample of a given brightness. */
  private static byte[] frame(int time) {
    byte[] text = ("P5\n" + WIDTH + " " + HEIGHT + "\n65535\n").getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(text, text.length + 2 * WIDTH * HEIGHT);
    Random texture = new Random(1);
    Random noise = new Random(2 + time);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int x = i % WIDTH;
      int still = 100 + 6 * x + 4 * (i / WIDTH) + texture.nextInt(150);
      int value = i == 0 ? BRIGHTEST[time] : still + noise.nextInt(3);
      file[text.length + 2 * i] = (byte) (value >> 8);
      file[text.length + 2 * i + 1] = (byte) value;
    }
    return file;
  }
}
