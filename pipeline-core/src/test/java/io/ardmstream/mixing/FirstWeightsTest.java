package io.ardmstream.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.coder.binary.BitCoder;
import java.util.Random;
import net.jqwik.api.Example;

class FirstWeightsTest {
  private static final int CONTEXTS = Mixing.SMALL.contexts();
  private static final int[] OPINIONS = {49152, 16384};

  @Example
  void bytesBringThemBack() {
    FirstWeights weights = taught();

    byte[] bytes = weights.toBytes();

    assertThat(FirstWeights.of(bytes, CONTEXTS, OPINIONS.length).toBytes()).isEqualTo(bytes);
  }

  @Example
  void bytesOfOtherInputsAreRefused() {
    byte[] bytes = FirstWeights.unlearnt(CONTEXTS, OPINIONS).toBytes();

    assertThatThrownBy(() -> FirstWeights.of(bytes, CONTEXTS, OPINIONS.length + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + bytes.length);
  }

  @Example
  void whatOnePictureTeachesTheNextOneGainsBy() {
    FirstWeights taught = taught();

    assertThat(bits(LearntMixer.of(taught, OPINIONS.length, 1000)))
        .isLessThan(0.9 * bits(LearntMixer.of(FirstWeights.unlearnt(CONTEXTS, OPINIONS), 2, 1000)));
  }

  @Example
  void codingDoesNotChangeTheWeightsThatAllPicturesBeginWith() {
    FirstWeights weights = taught();
    byte[] before = weights.toBytes();

    bits(LearntMixer.of(weights, OPINIONS.length, 1000));

    assertThat(weights.toBytes()).isEqualTo(before);
  }

  /** Of two opinions the second one knows better. */
  private static FirstWeights taught() {
    FirstWeights weights = FirstWeights.unlearnt(CONTEXTS, OPINIONS);
    for (int picture = 0; picture < 20; picture++) {
      bits(LearntMixer.teaching(weights, OPINIONS.length, 1000));
    }
    return weights;
  }

  private static double bits(LearntMixer mixer) {
    double[] bits = new double[1];
    BitCoder port =
        (bit, probability) -> {
          double share = bit == 1 ? probability : (1 << 16) - probability;
          bits[0] -= Math.log(share / (1 << 16)) / Math.log(2);
          return bit;
        };
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      int bit = random.nextInt(10) == 0 ? 1 : 0;
      int known = random.nextInt(20) == 0 ? 1 - bit : bit;
      mixer.sample(0, 3);
      mixer.context(0, i);
      mixer.pass(port, bit, 0, 0, new int[] {0, known == 1 ? 500 : -500});
    }
    return bits[0];
  }
}
