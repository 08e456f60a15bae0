package io.ardmstream.jobs.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LastIndexTest {

  @Test
  void theLastOccurrenceIsFoundWhateverRepeatsItself() {
    Random random = new Random(5);
    for (int round = 0; round < 20_000; round++) {
      int letters = 1 + random.nextInt(3);
      String text = text(random, random.nextInt(200), letters);
      int from = random.nextInt(text.length() + 1);
      int length = random.nextInt(text.length() - from + 1);
      String sought = text.substring(from, from + length);
      assertThat(LastIndex.of(bytes(sought), bytes(text))).isEqualTo(text.lastIndexOf(sought));
    }
  }

  private static String text(Random random, int length, int letters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + (random.nextInt(10) == 0 ? random.nextInt(letters) : 0)));
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void whatDoesNotOccurIsSaid() {
    assertThatThrownBy(() -> LastIndex.of(bytes("x"), bytes("aaa")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LastIndex.of(bytes("b" + "a".repeat(50)), bytes("a".repeat(300))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Five minutes where every place is compared. */
  @Test
  void timeGrowsWithTheBytesAndNotWithTheirSquare() {
    byte[] value = new byte[8_000_000];
    byte[] media = new byte[4_000_000];
    media[media.length - 1] = 1;
    value[media.length] = 1;
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> LastIndex.of(media, value)))
        .isEqualTo(1);
  }
}
