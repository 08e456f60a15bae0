package io.ardmstream.coder.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What the arithmetic coder of bits promises: every bit, few bytes, and the same ones for ever. */
class BinaryCoderTest {

  @Property(tries = 300)
  void bitsComeBack(@ForAll long seed, @ForAll @IntRange(max = 3000) int size) {
    assertThat(Bits.random(seed, size).areIn(Bits.random(seed, size).coded(), 0)).isTrue();
  }

  @Property(tries = 30)
  void bitsComeBackFromAnyPlace(@ForAll long seed, @ForAll @IntRange(max = 9) int place) {
    Bits bits = Bits.random(seed, 500);
    byte[] coded = bits.coded();
    byte[] moved = new byte[place + coded.length];
    System.arraycopy(coded, 0, moved, place, coded.length);
    assertThat(bits.areIn(moved, place)).isTrue();
  }

  @Property(tries = 20)
  void longSequencesComeBack(@ForAll long seed) {
    Bits bits = Bits.random(seed, 200_000);
    assertThat(bits.coded()).hasSizeGreaterThan(1 << 13);
    assertThat(bits.areIn(bits.coded(), 0)).isTrue();
  }

  @Property(tries = 100)
  void probableBitsCostWhatTheyShould(@ForAll long seed) {
    Bits bits = Bits.random(seed, 20_000);
    assertThat(8.0 * bits.coded().length).isBetween(bits.ideal() - 32, bits.ideal() * 1.0005 + 40);
  }

  /** Whatever is shorter, followed by zeros, has other bits. */
  @Property(tries = 200)
  void nothingShorterHasTheseBits(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
    Bits bits = Bits.random(seed, size);
    byte[] coded = bits.coded();
    if (coded.length > 0 && coded.length <= 3) {
      byte[] shorter = new byte[coded.length - 1];
      for (int number = 0; number < 1 << 8 * shorter.length; number++) {
        for (int i = 0; i < shorter.length; i++) {
          shorter[i] = (byte) (number >> 8 * i);
        }
        assertThat(bits.areIn(shorter, 0)).isFalse();
      }
    }
  }

  @Test
  void probabilitiesOfBothEndsComeBack() {
    int size = 5000;
    int[] bits = new int[size];
    int[] probabilities = new int[size];
    for (int i = 0; i < size; i++) {
      bits[i] = i / 7 % 2;
      probabilities[i] = i % 3 == 0 ? 1 : 65535;
    }
    Bits ends = new Bits(bits, probabilities);
    assertThat(ends.areIn(ends.coded(), 0)).isTrue();
  }

  @Test
  void noBitsTakeNoBytes() {
    assertThat(new BinaryEncoder().finish()).isEmpty();
  }

  @Test
  void bytesAreTheSameForEver() {
    assertThat(HexFormat.of().formatHex(Bits.random(1, 100).coded()))
        .isEqualTo("3097b6d306dc18f21b02");
  }

  private record Bits(int[] bits, int[] probabilities) {

    /** Bits with probabilities from nearly 0 to nearly 1, and mostly as probable as they say. */
    static Bits random(long seed, int size) {
      Random random = new Random(seed);
      int[] bits = new int[size];
      int[] probabilities = new int[size];
      for (int i = 0; i < size; i++) {
        probabilities[i] = 1 + random.nextInt(65535);
        bits[i] = random.nextInt(1 << 16) < probabilities[i] ? 1 : 0;
      }
      return new Bits(bits, probabilities);
    }

    byte[] coded() {
      BinaryEncoder encoder = new BinaryEncoder();
      for (int i = 0; i < bits.length; i++) {
        encoder.pass(bits[i], probabilities[i]);
      }
      return encoder.finish();
    }

    boolean areIn(byte[] bytes, int place) {
      BinaryDecoder decoder = new BinaryDecoder(bytes, place);
      int[] decoded = new int[bits.length];
      for (int i = 0; i < bits.length; i++) {
        decoded[i] = decoder.pass(0, probabilities[i]);
      }
      return Arrays.equals(decoded, bits);
    }

    double ideal() {
      double sum = 0;
      for (int i = 0; i < bits.length; i++) {
        double one = probabilities[i] / 65536.0;
        sum -= Math.log(bits[i] == 1 ? one : 1 - one) / Math.log(2);
      }
      return sum;
    }
  }
}
