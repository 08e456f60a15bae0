package io.ardmstream.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stack coder promises, for every number of lanes. */
class RansTest {

  @Property
  void whatWasPushedIsPoppedInReverse(
      @ForAll long seed,
      @ForAll @IntRange(max = 3000) int size,
      @ForAll @IntRange(max = 3) int logLanes) {
    Message message = Message.random(seed, size);
    RansDecoder decoder = decoder(message, 1 << logLanes);

    assertThat(message.isPoppedFrom(decoder)).isTrue();
  }

  @Property
  void pushAndPopLeaveWhatLiesBelowIntact(
      @ForAll long seed,
      @ForAll @IntRange(max = 300) int below,
      @ForAll @IntRange(max = 300) int above,
      @ForAll @IntRange(max = 3) int logLanes) {
    Message bottom = Message.random(seed, below);
    Message top = Message.random(~seed, above);
    RansEncoder encoder = new RansEncoder(1 << logLanes);
    push(bottom, encoder);
    push(top, encoder);
    RansDecoder decoder = decoder(encoder, 1 << logLanes);

    assertThat(top.isPoppedFrom(decoder)).isTrue();
    assertThat(bottom.isPoppedFrom(decoder)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void everyNumberOfTheTotalInverts(int lanes) {
    RansEncoder encoder = new RansEncoder(lanes);
    for (int number = CdfInterval.TOTAL - 1; number >= 0; number--) {
      encoder.push(number, 1);
    }
    RansDecoder decoder = decoder(encoder, lanes);

    for (int number = 0; number < CdfInterval.TOTAL; number++) {
      assertThat(decoder.peek()).isEqualTo(number);
      decoder.pop(number, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void aCertainSymbolCostsNothing(int lanes) {
    RansEncoder once = new RansEncoder(lanes);
    RansEncoder often = new RansEncoder(lanes);
    for (int i = 0; i < 10_000; i++) {
      often.push(0, CdfInterval.TOTAL);
    }

    assertThat(often.pushed()).isEqualTo(10_000);
    assertThat(often.finish()).isEqualTo(once.finish());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, 5, 16})
  void otherNumbersOfLanesAreRefused(int lanes) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RansEncoder(lanes));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RansDecoder(new byte[9], 0, 9, lanes));
  }

  @Test
  void aPayloadInsideALargerArrayIsReadAloneNotItsNeighbours() {
    Message message = Message.random(7, 1000);
    byte[] payload = message.stack().encode();
    byte[] larger = new byte[payload.length + 20];
    Arrays.fill(larger, (byte) 0x55);
    System.arraycopy(payload, 0, larger, 9, payload.length);

    RansDecoder decoder = RansDecoder.open(larger, 9, payload.length);

    assertThat(message.isPoppedFrom(decoder)).isTrue();
  }

  private static RansDecoder decoder(Message message, int lanes) {
    RansEncoder encoder = new RansEncoder(lanes);
    push(message, encoder);
    return decoder(encoder, lanes);
  }

  private static RansDecoder decoder(RansEncoder encoder, int lanes) {
    byte[] payload = encoder.finish();
    return new RansDecoder(payload, 0, payload.length, lanes);
  }

  private static void push(Message message, RansEncoder encoder) {
    for (int i = message.intervals().length - 1; i >= 0; i--) {
      int interval = message.intervals()[i];
      encoder.push(CdfInterval.start(interval), CdfInterval.frequency(interval));
    }
  }
}
