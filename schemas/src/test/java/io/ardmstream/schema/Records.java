package io.ardmstream.schema;

import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The records that appear on topics and in archives. */
final class Records {

  private Records() {}

  static Stream<Schema> published() {
    return Stream.of(
        RawRecord.getClassSchema(),
        EncodedRecord.getClassSchema(),
        RateStatistics.getClassSchema(),
        RateWindow.getClassSchema(),
        DeadLetter.getClassSchema());
  }
}
