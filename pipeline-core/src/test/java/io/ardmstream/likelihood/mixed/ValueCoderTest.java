package io.ardmstream.likelihood.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.ardm.Cdf;
import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.likelihood.SymbolSink;
import io.ardmstream.mixing.DecisionMixer;
import io.ardmstream.mixing.Mixing;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ValueCoderTest {
  private static final int VALUES = 70_000;
  private static final int[] WEIGHTS = {1 << 15, 1 << 15};

  /** All values alike, and all mass on a few. */
  private static final Cdf[] OPINIONS = {
    value -> (long) value << 20,
    value -> value <= 100 ? 0 : value <= 130 ? (value - 100L) << 30 : 30L << 30
  };

  private static DecisionMixer mixer() {
    return new DecisionMixer(Mixing.LIGHT, WEIGHTS, 1, 1000);
  }

  @Property(tries = 300)
  void leavesComeBackWhateverIsExpectedOfThem(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = VALUES) int widest) {
    Random random = new Random(seed);
    int count = 50;
    int[][] cases = new int[count][];
    ValueBitEncoder encoder = new ValueBitEncoder(16, VALUES);
    ValueCoder writer = new ValueCoder(mixer(), encoder, OPINIONS);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(VALUES - Math.min(VALUES - 1, widest - 1));
      int to = from + 1 + random.nextInt(Math.min(widest, VALUES - from));
      int expected = from + random.nextInt(to - from);
      int value = from + random.nextInt(to - from);
      cases[i] = new int[] {value, expected, from, to};
      assertThat(writer.pass(value, expected, from, to)).isEqualTo(value);
    }
    BinaryDecoder bits = new BinaryDecoder(encoder.finish(), 0);
    ValueCoder reader =
        new ValueCoder(mixer(), new ValueBitDecoder(bits, SymbolSink.NONE), OPINIONS);
    for (int[] c : cases) {
      assertThat(reader.pass(0, c[1], c[2], c[3])).isEqualTo(c[0]);
    }
  }

  @Property(tries = 200)
  void garbageGivesLeavesOfTheInterval(
      @ForAll byte[] garbage, @ForAll @IntRange(min = 1, max = 600) int width) {
    BinaryDecoder bits = new BinaryDecoder(garbage, 0);
    ValueCoder reader =
        new ValueCoder(mixer(), new ValueBitDecoder(bits, SymbolSink.NONE), OPINIONS);
    for (int i = 0; i < 100; i++) {
      int expected = 50 + i % width;
      assertThat(reader.pass(0, expected, 50, 50 + width)).isBetween(50, 50 + width - 1);
    }
  }

  @Test
  void anIntervalOfOneValueCostsNothing() {
    ValueBitEncoder encoder = new ValueBitEncoder(16, VALUES);
    ValueCoder writer = new ValueCoder(mixer(), encoder, OPINIONS);
    assertThat(writer.pass(7, 7, 7, 8)).isEqualTo(7);
    assertThat(encoder.finish()).isEmpty();
    assertThat(encoder.bits().total()).isZero();
  }

  @Test
  void theOpinionThatIsRightIsListenedTo() {
    ValueBitEncoder encoder = new ValueBitEncoder(16, VALUES);
    ValueCoder writer = new ValueCoder(mixer(), encoder, OPINIONS);
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      writer.pass(100 + random.nextInt(30), 115, 0, VALUES);
    }
    // 4.9 bits is what 30 values alike cost; the other opinion alone asks for 16
    assertThat(encoder.bits().total() / 3000).isBetween(4.9, 5.2);
  }
}
