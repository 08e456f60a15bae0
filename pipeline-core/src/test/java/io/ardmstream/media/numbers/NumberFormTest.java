package io.ardmstream.media.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.bytes.BitSink;
import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every word comes back from its integer and the rest, whatever it is. */
class NumberFormTest {
  private static final int[] WIDTHS = {16, 32, 64};

  @Property(tries = 200)
  void anyBitsAreNumbers(@ForAll Random random, @ForAll @IntRange(max = 2) int width) {
    int bits = WIDTHS[width];
    assertComesBack(bits, words(60, () -> random.nextLong() >>> 64 - bits));
  }

  @Property(tries = 200)
  void numbersOfAnySizeComeBack(
      @ForAll Random random,
      @ForAll @IntRange(min = -60, max = 60) int size,
      @ForAll boolean positive) {
    double scale = Math.scalb(1.0, size);
    assertComesBack(32, words(60, () -> single(number(random, positive) * scale)));
    assertComesBack(
        64, words(60, () -> Double.doubleToRawLongBits(number(random, positive) * scale)));
  }

  private static double number(Random random, boolean positive) {
    double number = random.nextGaussian();
    return positive ? Math.abs(number) : number;
  }

  @Test
  void specialNumbersComeBackBitForBit() {
    long[] singles = {
      single(0),
      single(-0.0),
      single(Double.NaN),
      0xFFC0_0001L,
      0x7F80_0001L,
      single(1e-40),
      single(Double.POSITIVE_INFINITY),
      single(Double.NEGATIVE_INFINITY),
      single(1e38),
      single(-1e-38),
      single(1),
      single(-1),
      0x0000_0001L,
      0x8000_0001L
    };
    assertComesBack(32, singles);
    assertComesBack(32, new long[] {single(Double.NaN)});
    assertComesBack(32, new long[] {single(-0.0), 1});
    assertComesBack(64, new long[] {Double.doubleToRawLongBits(-0.0), 1, 0x7FF0_0000_0000_0001L});
    assertComesBack(16, new long[] {0x8000, 0x7C00, 0xFC01, 1, 0x3C00});
  }

  @Property(tries = 100)
  void replicatedBitsAreThereOnce(
      @ForAll Random random, @ForAll @IntRange(min = 8, max = 15) int depth) {
    long[] words = words(200, () -> replicated(random.nextInt(1 << depth), depth));
    NumberForm form = NumberForm.ofIntegers(source(words), 16).orElseThrow();
    assertThat(form.depth()).isLessThanOrEqualTo(depth);
    BitSource nothing = new BitSource(() -> 0);
    for (long word : words) {
      assertThat(form.word(form.value(word), nothing)).isEqualTo(word);
    }
  }

  private static long replicated(int value, int depth) {
    return value << 16 - depth | value >> 2 * depth - 16;
  }

  @Test
  void integersInPlaceOfNumbersStayIntegers() {
    long[] words = words(100, countingFrom(-50, 1.0 / 32768));
    NumberForm form = Floats.of(source(words), 32);
    assertThat(form).isInstanceOf(ScaledFloats.class);
    assertThat(Arrays.stream(words).mapToInt(form::value)).startsWith(-50, -49, -48);
  }

  @Test
  void integersDividedByAnotherOneAreIntegersAgain() {
    for (int divisor : new int[] {32767, 255, 100}) {
      int[] next = {-60};
      long[] quotients = words(100, () -> single((float) next[0]++ / divisor));
      next[0] = -60;
      long[] products = words(100, () -> single(next[0]++ * (1f / divisor)));
      next[0] = 0;
      long[] doubles = words(100, () -> Double.doubleToRawLongBits((double) next[0]++ / divisor));

      assertDivided(32, divisor, quotients);
      assertDivided(32, divisor, products);
      assertDivided(64, divisor, doubles);
    }
  }

  private static void assertDivided(int bits, int divisor, long[] words) {
    NumberForm form = Floats.of(source(words), bits);
    assertThat(form).isInstanceOf(DividedFloats.class);
    assertThat(((DividedFloats) form).divisor()).isEqualTo(divisor);
    assertThat(form.depth()).isEqualTo(8);
    assertThat(again(form, words)).isEqualTo(words);
  }

  @Test
  void whatIsNoQuotientOrANegativeZeroIsSplit() {
    long[] words = words(100, countingFrom(1, 1.0 / 32767));
    for (long odd : new long[] {single(-0.0), single(Math.PI), single(Double.NaN), 1}) {
      words[50] = odd;
      assertThat(Floats.of(source(words), 32)).isNotInstanceOf(DividedFloats.class);
      assertComesBack(32, words);
    }
  }

  @Property(tries = 100)
  void quotientsOfAnySizeComeBack(@ForAll Random random) {
    int divisor = 65535;
    long[] words =
        words(60, () -> single((random.nextInt() >>> 8 + random.nextInt(20)) / (double) divisor));
    DividedFloats form = DividedFloats.of(source(words), 32).orElseThrow();
    assertThat(again(form, words)).isEqualTo(words);
  }

  private static LongSupplier countingFrom(int first, double step) {
    int[] next = {first};
    return () -> single(next[0]++ * step);
  }

  /** Random bits below what can be predicted are passed as they are. */
  @Test
  void noiseIsNotMadeLarger() {
    Random random = new Random(1);
    long[] words = words(4000, () -> single(0.5 + 0.4 * random.nextDouble()));
    NumberForm form = Floats.of(source(words), 32);
    long bits = Arrays.stream(words).map(form::restBits).sum() + 4000L * form.depth();
    assertThat(bits).isLessThanOrEqualTo(4000 * 25);
  }

  @Property(tries = 200)
  void integersComeBack(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 31) int bits,
      @ForAll @IntRange(max = 32) int shift,
      @ForAll boolean signed) {
    long[] words =
        words(60, () -> (random.nextInt() >>> 32 - bits) - (signed ? 1L << bits - 1 : 0) << shift);
    Integers form = Integers.of(source(words), bits + shift).orElseThrow();
    assertThat(form.depth()).isLessThanOrEqualTo(Math.max(8, bits));
    assertThat(again(form, words)).isEqualTo(words);
  }

  private static void assertComesBack(int bits, long[] words) {
    assertThat(again(Floats.of(source(words), bits), words)).isEqualTo(words);
  }

  /** Words as a decoder makes them. */
  private static long[] again(NumberForm form, long[] words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BitSink rest = new BitSink(bytes);
    int[] values = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      values[i] = form.value(words[i]);
      form.rest(words[i], rest);
    }
    rest.finish();
    assertThat(Arrays.stream(values).allMatch(v -> fits(v, form))).isTrue();
    ByteSink packed = new ByteSink();
    form.pack(packed);
    NumberForm read =
        NumberForm.unpack(new ForeignSource(packed.toBytes()), form.depth(), form.signed());
    assertThat(read).isEqualTo(form);
    BitSource source = new BitSource(new ForeignSource(bytes.toByteArray())::u8);
    return Arrays.stream(values).mapToLong(value -> read.word(value, source)).toArray();
  }

  private static boolean fits(int value, NumberForm form) {
    long most = 1L << form.depth() - (form.signed() ? 1 : 0);
    return value < most && value >= (form.signed() ? -most : 0);
  }

  private static WordSource source(long[] words) {
    return taker -> Arrays.stream(words).forEach(taker);
  }

  private static long[] words(int count, LongSupplier next) {
    long[] words = new long[count];
    Arrays.setAll(words, i -> next.getAsLong());
    return words;
  }

  private static long single(double number) {
    return Float.floatToRawIntBits((float) number) & 0xFFFF_FFFFL;
  }
}
