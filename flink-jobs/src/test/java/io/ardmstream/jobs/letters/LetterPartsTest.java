package io.ardmstream.jobs.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.schema.DeadLetter;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LetterPartsTest {
  private final LetterParts parts = new LetterParts();

  @Test
  void aLetterInOnePartIsWholeAtOnce() {
    assertThat(parts.add(letter("a", 0, 1, 1, 2, 3))).hasValue(new byte[] {1, 2, 3});
  }

  @Test
  void partsMakeUpTheValueInWhateverOrderTheyCome() {
    assertThat(parts.add(letter("a", 1, 2, 3))).isEmpty();
    assertThat(parts.add(letter("b", 0, 2, 9))).isEmpty();
    assertThat(parts.incomplete()).isEqualTo(2);
    assertThat(parts.add(letter("a", 0, 2, 1, 2))).hasValue(new byte[] {1, 2, 3});
    assertThat(parts.incomplete()).isOne();
  }

  @Test
  void aRecordThatWasRefusedTwiceMayHaveOtherPartsEachTime() {
    assertThat(parts.add(letter("a", 0, 2, 1))).isEmpty();
    assertThat(parts.add(letter("a", 0, 3, 1))).isEmpty();
    assertThat(parts.add(letter("a", 1, 3, 2))).isEmpty();
    assertThat(parts.add(letter("a", 1, 2, 2, 3))).hasValue(new byte[] {1, 2, 3});
    assertThat(parts.add(letter("a", 2, 3, 3))).hasValue(new byte[] {1, 2, 3});
    assertThat(parts.incomplete()).isZero();
  }

  @Test
  void partsThatDoNotMakeUpTheValueGiveNone() {
    assertThat(parts.add(letter("short", 0, 2, 1))).isEmpty();
    assertThat(parts.add(letter("short", 1, 2, 2))).isEmpty();
    assertThat(parts.add(letter("long", 0, 2, 1, 2))).isEmpty();
    assertThat(parts.add(letter("long", 1, 2, 3, 4))).isEmpty();
    assertThat(parts.incomplete()).isEqualTo(2);
    assertThat(parts.waiting()).isZero();
  }

  private static DeadLetter letter(String id, int part, int count, int... value) {
    byte[] bytes = new byte[value.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) value[i];
    }
    return DeadLetter.newBuilder()
        .setId(id)
        .setPart(part)
        .setParts(count)
        .setValueLength(3)
        .setValue(ByteBuffer.wrap(bytes))
        .build();
  }
}
