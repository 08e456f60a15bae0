package io.ardmstream.block.coefficient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.coder.binary.BinaryEncoder;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.jpeg.JpegFile;
import io.ardmstream.media.jpeg.Jpegs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payloads of next to no bytes whose coefficients no file of the length they claim can hold. */
class FileBitsTest {
  private static final int CLAIMED = 1 << 16;
  private static final int SIDE = 2048;
  private static final int MOST_COEFFICIENTS = 1 << 25;
  private static final String REFUSAL = "more coefficients than its length has bits";

  @Test
  void aCoefficientTakesABitAndThoseOfItsMagnitude() {
    assertThat(FileBits.least(0)).isZero();
    assertThat(FileBits.least(-1)).isEqualTo(2);
    assertThat(FileBits.least(7)).isEqualTo(4);
    assertThat(FileBits.least(Short.MIN_VALUE)).isEqualTo(17);
  }

  @Test
  void theLimitIsExact() {
    FileBits bits = FileBits.of(10);
    bits.take((1 << 20) + 80);
    assertThatThrownBy(() -> bits.take(1)).hasMessageContaining(REFUSAL);
    assertThatCode(() -> FileBits.unlimited().take(1L << 40)).doesNotThrowAnyException();
  }

  /** Behind its end a payload has zeros, which stand for the largest coefficients there are. */
  @ParameterizedTest
  @EnumSource
  void whatNoFileHoldsIsNotDecodedToItsEnd(Effort effort) {
    JpegFile small = JpegFile.parse(Jpegs.file("grey-2x2"), MOST_COEFFICIENTS);
    byte[] rest = enlarged(small.rest());
    BinaryEncoder bits = new BinaryEncoder();
    RestCoder.pass(bits, rest.clone(), effort);
    byte[] notes = small.notes();
    ByteSink payload = new ByteSink().u8(effort.ordinal());
    payload.varint(notes.length).varint(rest.length);
    if (!effort.hashed()) {
      payload.varint(0);
    }
    payload.bytes(notes).bytes(bits.finish());

    assertThat(payload.toBytes().length).isLessThan(1000);
    assertThatThrownBy(() -> JpegPayload.decode(payload.toBytes(), CLAIMED, MOST_COEFFICIENTS))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(REFUSAL);
  }

  @Test
  void norInASequence() {
    JpegFile small = JpegFile.parse(Jpegs.file("grey-2x2"), MOST_COEFFICIENTS);
    byte[] rest = enlarged(small.rest());
    BinaryEncoder bits = new BinaryEncoder();
    RestCoder.pass(bits, rest.clone(), new byte[0]);
    byte[] notes = small.notes();
    ByteSink payload = new ByteSink().varint(notes.length).varint(rest.length);
    payload.bytes(notes).bytes(bits.finish());

    assertThatThrownBy(() -> new JpegSequence().decodeNext(payload.toBytes(), CLAIMED))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(REFUSAL);
  }

  /** Headers of a picture of many more pixels. */
  private static byte[] enlarged(byte[] rest) {
    byte[] enlarged = rest.clone();
    for (int i = 0; i + 8 < rest.length; i++) {
      if (rest[i] == (byte) 0xFF && rest[i + 1] == (byte) 0xC0) {
        for (int at : new int[] {i + 5, i + 7}) {
          enlarged[at] = (byte) (SIDE >> 8);
          enlarged[at + 1] = 0;
        }
      }
    }
    return enlarged;
  }
}
