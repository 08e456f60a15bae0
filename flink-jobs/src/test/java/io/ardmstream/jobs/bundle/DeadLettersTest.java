package io.ardmstream.jobs.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.jobs.kafka.DestinationSettings;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.FailedStep;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersTest {
  private static final int MOST = 64 << 10;
  private static final Refusal REFUSAL =
      Refusal.tooLarge(FailedStep.PARSE, "input.max-record-bytes");

  private final DeadLetters deadLetters =
      new DeadLetters("job", WireFormat.singleObject(), new DestinationSettings("letters", MOST));
  private final MessageReader<DeadLetter> messages =
      WireFormat.singleObject().reader(DeadLetter.class);

  private static TopicRecord record(int key, int headers, int headerBytes, int value) {
    List<Header> all = new ArrayList<>();
    for (int i = 0; i < headers; i++) {
      all.add(new Header("header" + i, ByteFields.of(new byte[headerBytes])));
    }
    return new TopicRecord(
        "media", 3, 44L, 1L, ByteFields.of(new byte[key]), all, ByteFields.of(bytes(value)));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  private List<DeadLetter> letters(TopicRecord record, Refusal refusal) throws Exception {
    List<DeadLetter> letters = new ArrayList<>();
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (TopicRecord letter : deadLetters.of(record, refusal)) {
      assertThat(deadLetters.fits(letter)).isTrue();
      DeadLetter message = messages.fromBytes(ByteFields.toArray(letter.getValue()));
      value.write(ByteFields.toArray(message.getValue()));
      letters.add(message);
    }
    assertThat(value.toByteArray()).isEqualTo(ByteFields.toArray(record.getValue()));
    return letters;
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0,0",
    "10,2,10,1000000",
    "30000,0,0,500",
    "50000,0,0,500",
    "10,3,12000,500",
    "12000,2,7000,300000"
  })
  void whatFitsIsWhole(int key, int headers, int headerBytes, int value) throws Exception {
    TopicRecord record = record(key, headers, headerBytes, value);
    for (DeadLetter letter : letters(record, REFUSAL)) {
      assertThat(letter.getKey()).isEqualTo(record.getKey());
      assertThat(letter.getHeaders()).isEqualTo(record.getHeaders());
      assertThat(letter.getMessage()).isEqualTo(REFUSAL.message());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "70000,1,10,500,1",
    "17000000,0,0,0,0",
    "100,3,40000,500,1",
    "50000,2,3,1000000,2",
    "10,200000,0,9,1000"
  })
  void whatDoesNotFitIsLeftOutAndNamed(
      int key, int headers, int headerBytes, int value, int leastHeaders) throws Exception {
    TopicRecord record = record(key, headers, headerBytes, value);
    for (DeadLetter letter : letters(record, REFUSAL)) {
      assertThat(letter.getKey() == null).isEqualTo(key > MOST / 2);
      assertThat(letter.getHeaders()).hasSizeGreaterThanOrEqualTo(leastHeaders);
      assertThat(letter.getMessage())
          .startsWith("There was no room in this letter for")
          .contains("topic media, partition 3, offset 44")
          .endsWith(REFUSAL.message());
      if (letter.getKey() == null) {
        assertThat(letter.getMessage()).contains("the key of " + key + " bytes");
      }
      int missing = headers - letter.getHeaders().size();
      assertThat(letter.getMessage()).contains(missing + " of " + headers + " headers");
      assertThat(letter.getOrigin().getOffset()).isEqualTo(44);
    }
  }

  @Test
  void headersOfALargeValueDoNotMultiplyIt() {
    TopicRecord record = record(10, 1, 58_000, 1_000_000);
    long written = deadLetters.of(record, REFUSAL).stream().mapToLong(Outgoing::size).sum();
    assertThat(written).isLessThan(3 * Outgoing.size(record));
  }

  @Test
  void textsThatAreQuotedAreBounded() throws Exception {
    String descriptor = "u8," + "9".repeat(12_000_000);
    UnsupportedInputException refused = null;
    try {
      RawDescriptor.parse(descriptor);
    } catch (UnsupportedInputException e) {
      refused = e;
    }
    Refusal refusal = Refusal.of(FailedStep.PARSE, refused);
    assertThat(refusal.message()).hasSizeLessThan(4000);
    letters(record(10, 0, 0, 100), refusal);
    Refusal defect = Refusal.defect(FailedStep.ENCODE, new IllegalStateException(descriptor));
    assertThat(defect.message()).hasSizeLessThan(4000);
    letters(record(10, 0, 0, 100), defect);
  }
}
