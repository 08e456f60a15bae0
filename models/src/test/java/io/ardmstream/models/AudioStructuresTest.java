package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Source;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.tensorflow.TensorFlowEngine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What whole containers cost when a recording has more structure than an ordinary one. Every size
 * is that of a container which was decoded and compared.
 */
class AudioStructuresTest {

  private static final int FRAMES = 20_000;
  private static final int[] STRING = MadeUpSounds.string(FRAMES, 1);

  private static BundleRegistry registry;
  private static Codec codec;

  @BeforeAll
  static void open() throws IOException {
    registry = new BundleRegistry(BundleRegistry.published(), new TensorFlowEngine(), 2);
    codec = Codec.builder().models(registry).audioModel("audio-fast").build();
  }

  @AfterAll
  static void close() {
    codec.close();
    registry.close();
  }

  private static int size(byte[] file) {
    byte[] container = codec.encode(List.of(Source.of(file))).get(0).orThrow().container();
    assertThat(codec.decode(List.of(container)).get(0).orThrow().bytes()).isEqualTo(file);
    return container.length;
  }

  private static int size(int[]... channels) {
    return size(WaveFile.pcm(16, channels));
  }

  @ParameterizedTest
  @CsvSource({"8, 1", "16, 2", "24, 6", "32, 8"})
  void silenceCostsNothing(int bits, int channels) {
    assertThat(size(WaveFile.pcm(bits, new int[channels][FRAMES]))).isLessThan(64);
  }

  @Test
  void aConstantCostsNothing() {
    assertThat(size(MadeUpSounds.map(STRING, x -> -77), MadeUpSounds.map(STRING, x -> 1234)))
        .isLessThan(64);
  }

  @Test
  void silenceAfterASoundCostsLittle() {
    int sound = size(STRING);

    assertThat(size(MadeUpSounds.followedBy(STRING, new int[FRAMES])))
        .isLessThan(sound + sound / 50);
    assertThat(size(MadeUpSounds.followedBy(new int[FRAMES], STRING)))
        .isLessThan(sound + sound / 50);
  }

  @Test
  void aSilentChannelAddsLessThanAHundredth() {
    assertThat(size(STRING, new int[FRAMES])).isLessThan(hundredthMore(size(STRING)));
  }

  @Test
  void wastedBitsCostNothing() {
    int plain = size(STRING);

    assertThat(size(MadeUpSounds.map(STRING, x -> 16 * x))).isLessThan(hundredthMore(plain));
    assertThat(size(MadeUpSounds.map(STRING, x -> 16 * x + 5))).isLessThan(hundredthMore(plain));
    assertThat(size(WaveFile.pcm(24, MadeUpSounds.map(STRING, x -> 4096 * x))))
        .isLessThan(hundredthMore(plain));
  }

  @Test
  void eightBitsInSixteenCostWhatEightBitsCost() {
    int[] eight = MadeUpSounds.map(STRING, x -> x / 16);

    assertThat(size(MadeUpSounds.map(eight, x -> 256 * x)))
        .isLessThan(hundredthMore(size(WaveFile.pcm(8, eight))));
  }

  @Test
  void normalisedSoundsCostTheirListOfValues() {
    int[] normalised = MadeUpSounds.map(STRING, x -> (int) Math.rint(x * 7.3));

    // without the list: 2.9 bits a sample more, half as much again
    assertThat(size(normalised)).isLessThan(size(STRING) * 106 / 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  void identicalAndInvertedChannelsAddLessThanAHundredth(int sign) {
    int[] copy = MadeUpSounds.map(STRING, x -> sign * x);

    assertThat(size(STRING, copy)).isLessThan(hundredthMore(size(STRING)));
  }

  @Test
  void eightIdenticalChannelsCostLittleMoreThanOne() {
    int[][] channels = new int[8][];
    Arrays.fill(channels, STRING);

    assertThat(size(channels)).isLessThan(hundredthMore(size(STRING)));
  }

  @Test
  void aFadedCopyAddsLittle() {
    int[] faded = MadeUpSounds.map(STRING, x -> (int) Math.rint(0.37 * x));

    assertThat(size(STRING, faded)).isLessThan(size(STRING) * 115 / 100);
  }

  @Test
  void bandLimitedNoiseCostsLessThanHalf() {
    int[] dull = MadeUpSounds.dull(FRAMES, 16, 5);

    assertThat(size(dull)).isLessThan(size(MadeUpSounds.noise(FRAMES, 16, 5)) / 2);
  }

  @ParameterizedTest
  @CsvSource({"8, 8", "16, 8", "24, 5", "24, 8", "32, 1", "32, 8"})
  void manyChannelsOfAnyDepthComeBackSmaller(int bits, int channels) {
    int[][] samples = new int[channels][];
    Arrays.setAll(
        samples, c -> MadeUpSounds.map(MadeUpSounds.string(2000, c), x -> spread(x, bits)));
    byte[] file = WaveFile.pcm(bits, samples);

    assertThat(size(file)).isLessThan(file.length);
  }

  /** A sample of 12 bits at another depth, with all bits of the depth in use. */
  private static int spread(int sample, int bits) {
    return bits < 12 ? sample >> (12 - bits) : sample * (int) ((1L << (bits - 12)) - 1);
  }

  @Test
  void floatingPointComesBackWithoutGrowing() {
    float[] samples = new float[STRING.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = STRING[i] / 2048f;
    }
    byte[] file = WaveFile.floats(samples);

    assertThat(size(file)).isLessThan(file.length);
  }

  private static int hundredthMore(int size) {
    return size + size / 100;
  }
}
