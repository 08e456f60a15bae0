package io.ardmstream.likelihood.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.ardm.Cdf;
import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.likelihood.SymbolSink;
import io.ardmstream.mixing.QuickMixer;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuickValueCoderTest {
  private static final int VALUES = 70_000;

  /** All values alike, and all mass on a few. */
  private static final Cdf EVEN = value -> (long) value << 20;

  private static final Cdf NARROW =
      value -> value <= 100 ? 0 : value <= 130 ? (value - 100L) << 30 : 30L << 30;

  private static QuickValueCoder coder(ValueBitCoder port) {
    int[] weights = {1 << 15, 1 << 15};
    return new QuickValueCoder(new QuickMixer(12, 10, weights, 1), port, NARROW);
  }

  @Property(tries = 300)
  void leavesComeBackWhateverIsExpectedOfThem(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = VALUES) int widest) {
    Random random = new Random(seed);
    int count = 50;
    int[][] cases = new int[count][];
    ValueBitEncoder encoder = new ValueBitEncoder(16, VALUES);
    QuickValueCoder writer = coder(encoder);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(VALUES - Math.min(VALUES - 1, widest - 1));
      int to = from + 1 + random.nextInt(Math.min(widest, VALUES - from));
      int expected = from + random.nextInt(to - from);
      int value = from + random.nextInt(to - from);
      int context = random.nextInt(3);
      cases[i] = new int[] {value, expected, from, to, context};
      assertThat(writer.pass(value, expected, from, to, EVEN, context)).isEqualTo(value);
    }
    BinaryDecoder bits = new BinaryDecoder(encoder.finish(), 0);
    QuickValueCoder reader = coder(new ValueBitDecoder(bits, SymbolSink.NONE));
    for (int[] c : cases) {
      assertThat(reader.pass(0, c[1], c[2], c[3], EVEN, c[4])).isEqualTo(c[0]);
    }
  }

  @Property(tries = 200)
  void garbageGivesLeavesOfTheInterval(
      @ForAll byte[] garbage, @ForAll @IntRange(min = 1, max = 600) int width) {
    BinaryDecoder bits = new BinaryDecoder(garbage, 0);
    QuickValueCoder reader = coder(new ValueBitDecoder(bits, SymbolSink.NONE));
    for (int i = 0; i < 100; i++) {
      int expected = 50 + i % width;
      int value = reader.pass(0, expected, 50, 50 + width, EVEN, i % 7);
      assertThat(value).isBetween(50, 50 + width - 1);
    }
  }

  @Test
  void anIntervalOfOneValueCostsNothing() {
    ValueBitEncoder encoder = new ValueBitEncoder(16, VALUES);
    assertThat(coder(encoder).pass(7, 7, 7, 8, EVEN, 0)).isEqualTo(7);
    assertThat(encoder.finish()).isEmpty();
    assertThat(encoder.bits().total()).isZero();
  }

  @Test
  void theOpinionThatIsRightIsListenedTo() {
    ValueBitEncoder encoder = new ValueBitEncoder(16, VALUES);
    QuickValueCoder writer = coder(encoder);
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      writer.pass(100 + random.nextInt(30), 115, 0, VALUES, EVEN, i);
    }
    // 4.9 bits is what 30 values alike cost; the other opinion alone asks for 16
    assertThat(encoder.bits().total() / 3000).isBetween(4.9, 5.2);
  }

  @Test
  void aValueThatNeverOccursIsLearntWhateverWasExpected() {
    ValueBitEncoder encoder = new ValueBitEncoder(16, 64);
    QuickValueCoder writer = coder(encoder);
    Cdf even = value -> (long) value << 40;
    Random random = new Random(4);
    double before = 0;
    for (int i = 0; i < 20_000; i++) {
      if (i == 15_000) {
        before = encoder.bits().total();
      }
      int value = 20 + 2 * random.nextInt(8);
      writer.pass(value, value + random.nextInt(3) - 1, 0, 64, even, 5);
    }
    // even values only: whether it is the expected one, and if not on which side
    assertThat((encoder.bits().total() - before) / 5000).isLessThan(1.8);
  }
}
