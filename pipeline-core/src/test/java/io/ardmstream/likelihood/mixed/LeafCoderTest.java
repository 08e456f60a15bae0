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

class LeafCoderTest {
  private static final int LEAVES = 70_000;
  private static final int[] WEIGHTS = {1 << 15, 1 << 15};

  /** All leaves alike, and all mass on a few. */
  private static final Cdf[] OPINIONS = {
    leaf -> (long) leaf << 20,
    leaf -> leaf <= 100 ? 0 : leaf <= 130 ? (leaf - 100L) << 30 : 30L << 30
  };

  private static DecisionMixer mixer() {
    return new DecisionMixer(Mixing.LIGHT, WEIGHTS, 1, 1000);
  }

  @Property(tries = 300)
  void leavesComeBackWhateverIsExpectedOfThem(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = LEAVES) int widest) {
    Random random = new Random(seed);
    int count = 50;
    int[][] cases = new int[count][];
    LeafEncoder encoder = new LeafEncoder(16, LEAVES);
    LeafCoder writer = new LeafCoder(mixer(), encoder, OPINIONS);
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(LEAVES - Math.min(LEAVES - 1, widest - 1));
      int to = from + 1 + random.nextInt(Math.min(widest, LEAVES - from));
      int expected = from + random.nextInt(to - from);
      int leaf = from + random.nextInt(to - from);
      cases[i] = new int[] {leaf, expected, from, to};
      assertThat(writer.pass(leaf, expected, from, to)).isEqualTo(leaf);
    }
    BinaryDecoder bits = new BinaryDecoder(encoder.finish(), 0);
    LeafCoder reader = new LeafCoder(mixer(), new LeafDecoder(bits, SymbolSink.NONE), OPINIONS);
    for (int[] c : cases) {
      assertThat(reader.pass(0, c[1], c[2], c[3])).isEqualTo(c[0]);
    }
  }

  @Property(tries = 200)
  void garbageGivesLeavesOfTheInterval(
      @ForAll byte[] garbage, @ForAll @IntRange(min = 1, max = 600) int width) {
    BinaryDecoder bits = new BinaryDecoder(garbage, 0);
    LeafCoder reader = new LeafCoder(mixer(), new LeafDecoder(bits, SymbolSink.NONE), OPINIONS);
    for (int i = 0; i < 100; i++) {
      int expected = 50 + i % width;
      assertThat(reader.pass(0, expected, 50, 50 + width)).isBetween(50, 50 + width - 1);
    }
  }

  @Test
  void anIntervalOfOneLeafCostsNothing() {
    LeafEncoder encoder = new LeafEncoder(16, LEAVES);
    LeafCoder writer = new LeafCoder(mixer(), encoder, OPINIONS);
    assertThat(writer.pass(7, 7, 7, 8)).isEqualTo(7);
    assertThat(encoder.finish()).isEmpty();
    assertThat(encoder.bits().total()).isZero();
  }

  @Test
  void theOpinionThatIsRightIsListenedTo() {
    LeafEncoder encoder = new LeafEncoder(16, LEAVES);
    LeafCoder writer = new LeafCoder(mixer(), encoder, OPINIONS);
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      writer.pass(100 + random.nextInt(30), 115, 0, LEAVES);
    }
    // 4.9 bits is what 30 leaves alike cost; the other opinion alone asks for 16
    assertThat(encoder.bits().total() / 3000).isBetween(4.9, 5.2);
  }
}
