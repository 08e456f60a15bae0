package io.ardmstream.transform.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioDecorrelatorTest {

  @ParameterizedTest
  @EnumSource(Signals.class)
  void everySignalComesBackAtEveryDepth(Signals signal) {
    for (int bits : new int[] {1, 8, 16, 24, 32}) {
      assertRestored(new int[][] {signal.samples(5000, bits)}, bits, true);
    }
  }

  @ParameterizedTest
  @EnumSource(Signals.class)
  void stereoComesBack(Signals signal) {
    int[] left = signal.samples(3000, 16);
    int[] right = Signals.TONE.samples(3000, 16);

    assertRestored(new int[][] {left, right}, 16, true);
    assertRestored(new int[][] {right, left}, 16, true);
  }

  @Property(tries = 60)
  void randomSamplesComeBack(
      @ForAll @IntRange(min = 1, max = 32) int bits,
      @ForAll @IntRange(min = 1, max = 8) int channels,
      @ForAll @IntRange(max = 300) int frames,
      @ForAll boolean signed,
      @ForAll long seed) {
    int[][] samples = random(channels, frames, bits, seed);
    if (!signed && bits < 32) {
      Arrays.stream(samples).forEach(plane -> addToAll(plane, 1 << (bits - 1)));
    }

    assertRestored(samples, bits, signed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 16, 24, 32})
  void extremesOfTheRangeComeBack(int bits) {
    int largest = (int) ((1L << (bits - 1)) - 1);
    int[] extremes = new int[4000];
    Random random = new Random(bits);
    Arrays.setAll(extremes, i -> random.nextBoolean() ? largest : -largest - 1);

    assertRestored(new int[][] {extremes}, bits, true);
  }

  @Test
  void residualsStayWithinTheBitDepth() {
    int[][] samples = random(2, 4000, 16, 3);

    int[][] residuals =
        new AudioDecorrelator(16, true).forward(samples, SearchEffort.FAST).residuals();

    assertThat(Arrays.stream(residuals).flatMapToInt(Arrays::stream))
        .allMatch(e -> e >= Short.MIN_VALUE && e <= Short.MAX_VALUE);
  }

  @Test
  void aToneLeavesLittleMoreThanItsNoise() {
    int[] tone = Signals.TONE.samples(20000, 16);

    Decorrelated decorrelated =
        new AudioDecorrelator(16, true).forward(new int[][] {tone}, SearchEffort.FAST);

    // uniform noise of 1 % of full scale has a mean size of 82
    assertThat(meanSize(decorrelated.residuals()[0])).isLessThan(160);
    assertThat(decorrelated.parameters().toBytes()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Signals.class)
  void afterAnySignalAToneIsPredictedAgain(Signals before) {
    int[] tone = Signals.TONE.samples(16000, 16);
    int[] changing = tone.clone();
    System.arraycopy(before.samples(4000, 16), 0, changing, 0, 4000);

    assertThat(meanSize(endOfResiduals(changing))).isLessThan(1.5 * meanSize(endOfResiduals(tone)));
  }

  private static int[] endOfResiduals(int[] samples) {
    Decorrelated decorrelated =
        new AudioDecorrelator(16, true).forward(new int[][] {samples}, SearchEffort.FAST);
    return Arrays.copyOfRange(decorrelated.residuals()[0], samples.length - 4000, samples.length);
  }

  @Test
  void aChannelPredictsTheNext() {
    int[] noise = Signals.NOISE.samples(20000, 16);
    int[] half = Arrays.stream(noise).map(x -> x / 2).toArray();

    int[][] residuals =
        new AudioDecorrelator(16, true)
            .forward(new int[][] {noise, half}, SearchEffort.FAST)
            .residuals();

    assertThat(meanSize(residuals[1])).isLessThan(meanSize(residuals[0]) / 50);
  }

  @Test
  void copiesAndNegativesOfAChannelLeaveNothing() {
    int[] noise = Signals.NOISE.samples(1000, 15);
    int[] negative = Arrays.stream(noise).map(x -> -x).toArray();

    int[][] samples = {noise, noise, negative};
    Decorrelated decorrelated = new AudioDecorrelator(16, true).forward(samples, SearchEffort.FAST);

    assertThat(decorrelated.residuals()[1]).containsOnly(0);
    assertThat(decorrelated.residuals()[2]).containsOnly(0);
    assertRestored(samples, 16, true);
  }

  @Test
  void unusedLowBitsCostNothing() {
    int[] eightBits = Signals.NOISE.samples(4000, 8);
    int[] shifted = Arrays.stream(eightBits).map(x -> x * 256 + 7).toArray();

    int[][] samples = {shifted};
    Decorrelated decorrelated = new AudioDecorrelator(16, true).forward(samples, SearchEffort.FAST);

    assertThat(Arrays.stream(decorrelated.residuals()[0])).allMatch(e -> e >= -128 && e <= 127);
    assertRestored(samples, 16, true);
  }

  @Test
  void sparseValuesAreListed() {
    int[] quiet = Signals.NOISE.samples(20000, 9);
    int[] loudened = Arrays.stream(quiet).map(x -> (int) Math.rint(x * 61.7)).toArray();

    int[][] samples = {loudened};
    Decorrelated decorrelated = new AudioDecorrelator(16, true).forward(samples, SearchEffort.FAST);

    assertThat(Arrays.stream(decorrelated.residuals()[0])).allMatch(e -> e >= -256 && e <= 255);
    assertThat(decorrelated.parameters().toBytes().length).isBetween(100, 1000);
    assertRestored(samples, 16, true);
  }

  @Test
  void bothEffortsComeBack() {
    int[][] samples = {Signals.TONE.samples(3000, 16), Signals.BURSTS.samples(3000, 16)};
    AudioDecorrelator decorrelator = new AudioDecorrelator(16, true);

    for (SearchEffort effort : SearchEffort.values()) {
      Decorrelated decorrelated = decorrelator.forward(samples, effort);
      assertThat(decorrelator.inverse(decorrelated.residuals(), decorrelated.parameters()))
          .isDeepEqualTo(samples);
    }
  }

  @Property(tries = 2000)
  void garbageGivesSamplesOfTheRightDepth(
      @ForAll byte[] parameters, @ForAll @IntRange(min = 1, max = 24) int bits, @ForAll long seed) {
    int[][] residuals = random(2, 200, 32, seed);

    AudioParameters read = AudioParameters.read(ByteBuffer.wrap(parameters), 2, bits);
    int[][] samples = new AudioDecorrelator(bits, true).inverse(residuals, read);

    int largest = (1 << (bits - 1)) - 1;
    assertThat(Arrays.stream(samples).flatMapToInt(Arrays::stream))
        .hasSize(400)
        .allMatch(x -> x >= -largest - 1 && x <= largest);
  }

  @Test
  void thirtyThreeBitsAreTooMany() {
    assertThatThrownBy(() -> new AudioDecorrelator(33, true)).hasMessage("samples of 33 bits");
  }

  private static void assertRestored(int[][] samples, int bits, boolean signed) {
    AudioDecorrelator decorrelator = new AudioDecorrelator(bits, signed);
    Decorrelated decorrelated = decorrelator.forward(samples, SearchEffort.FAST);
    ByteBuffer bytes = ByteBuffer.wrap(decorrelated.parameters().toBytes());
    AudioParameters read = AudioParameters.read(bytes, samples.length, bits);

    assertThat(decorrelator.inverse(decorrelated.residuals(), read)).isDeepEqualTo(samples);
    assertThat(bytes.hasRemaining()).isFalse();
  }

  private static int[][] random(int channels, int frames, int bits, long seed) {
    Random random = new Random(seed);
    int[][] samples = new int[channels][frames];
    for (int[] channel : samples) {
      Arrays.setAll(channel, i -> random.nextInt() >> (32 - bits));
    }
    return samples;
  }

  private static void addToAll(int[] samples, int summand) {
    Arrays.setAll(samples, i -> samples[i] + summand);
  }

  private static double meanSize(int[] residuals) {
    return Arrays.stream(residuals).map(Math::abs).average().orElseThrow();
  }
}
