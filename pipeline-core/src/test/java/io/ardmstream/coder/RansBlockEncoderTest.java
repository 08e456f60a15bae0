package io.ardmstream.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RansBlockEncoderTest {

  @Property
  void symbolsComeBackInTheOrderInWhichTheyWereAdded(
      @ForAll long seed, @ForAll @IntRange(max = 20_000) int size) {
    Message message = Message.random(seed, size);
    RansDecoder decoder = RansDecoder.open(message.stack().encode());

    assertThat(message.isPoppedFrom(decoder)).isTrue();
  }

  @Test
  void noSymbolsNeedNoBytes() {
    assertThat(new RansBlockEncoder().encode()).isEmpty();
  }

  @Property
  void aSmallPayloadIsAtMostSixBytesLongerThanIdeal(
      @ForAll long seed, @ForAll @IntRange(max = 200) int size) {
    Message message = Message.random(seed, size);

    assertThat((double) message.stack().encode().length).isLessThan(message.idealBytes() + 6);
  }

  @Property
  void aSmallPayloadOfUnlikelySymbolsIsAtMostSixBytesLongerThanIdeal(
      @ForAll @Size(max = 100) char[] numbers) {
    RansBlockEncoder stack = new RansBlockEncoder();
    for (char number : numbers) {
      stack.add(number, 1);
    }

    assertThat(stack.encode().length).isLessThanOrEqualTo(2 * numbers.length + 6);
  }

  @ParameterizedTest
  @CsvSource({
    "16384, 16384, 16384, 16384",
    "60000, 5000, 500, 36",
    "65000, 500, 30, 6",
    "65533, 1, 1, 1",
    "1, 1, 1, 65533",
    "100, 65236, 100, 100"
  })
  void alsoSkewedSourcesAreWithinOneThousandthOfIdeal(int a, int b, int c, int d) {
    Message message = Message.drawn(1, 1_000_000, a, b, c, d);
    byte[] payload = message.stack().encode();

    assertThat(message.isPoppedFrom(RansDecoder.open(payload))).isTrue();
    assertThat((double) payload.length).isLessThan(message.idealBytes() * 1.001 + 6);
  }

  @Test
  void encodingTwiceGivesTheSamePayloadAndClearingMakesRoomForTheNext() {
    RansBlockEncoder stack = Message.random(3, 100_000).stack();
    byte[] first = stack.encode();
    assertThat(stack.encode()).isEqualTo(first);

    stack.clear();
    stack.add(100, 200);

    assertThat(stack.size()).isEqualTo(1);
    assertThat(stack.encode())
        .isEqualTo(new Message(new int[] {CdfInterval.of(100, 200)}).stack().encode());
  }

  @Test
  void aSliceOutsideTheTotalIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RansBlockEncoder().add(65000, 1000));
  }

  /** The published format: a change of these bytes makes every archive unreadable. */
  @ParameterizedTest
  @CsvSource({
    "1, 00012f1828ba84f682a5c0c9ff96cb7183",
    "2, 010000000000aa08d2182e38d2f6a31b8daa610669850f0aa87067"
  })
  void payloadsAreFrozen(int lanes, String expected) {
    byte[] payload = Message.random(42, 12).stack().encode(lanes);

    assertThat(HexFormat.of().formatHex(payload)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 100, 1000})
  void aTruncatedPayloadStillDecodesToSomething(int length) {
    byte[] payload = Message.random(5, 100_000).stack().encode();
    RansDecoder decoder = RansDecoder.open(payload, 0, length);

    popQuarters(decoder, 200_000);
  }

  @Property
  void garbageDecodesToSomething(@ForAll @Size(max = 100) byte[] garbage) {
    RansDecoder decoder = RansDecoder.open(garbage);

    popQuarters(decoder, 1000);
  }

  @Property
  void aFlippedBitIsMostlyNoticedAtTheEnd(@ForAll long seed) {
    Message message = Message.drawn(seed, 2000, 30000, 30000, 5000, 536);
    byte[] payload = message.stack().encode();
    payload[payload.length / 2] ^= 4;

    assertThat(message.isPoppedFrom(RansDecoder.open(payload))).isFalse();
  }

  /** Decodes symbols of an alphabet of four; every number the decoder gives must be in range. */
  private static void popQuarters(RansDecoder decoder, int symbols) {
    int quarter = CdfInterval.TOTAL / 4;
    for (int i = 0; i < symbols; i++) {
      int number = decoder.peek();
      assertThat(number).isBetween(0, CdfInterval.TOTAL - 1);
      decoder.pop(number / quarter * quarter, quarter);
    }
  }
}
