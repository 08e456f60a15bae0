package io.ardmstream.jobs.kafka;

import io.ardmstream.jobs.config.SettingReader;
import java.io.Serializable;

/**
 * Where failures go and how large a record may be.
 *
 * @param deadLetterTopic topic of the records that could not be handled
 * @param maxRecordBytes most bytes of one record on any topic the job writes; what is larger goes
 *     to the dead-letter topic in parts
 */
public record DestinationSettings(String deadLetterTopic, int maxRecordBytes)
    implements Serializable {

  public static DestinationSettings read(SettingReader reader) {
    return read(
        reader,
        reader.required(
            "output.dead-letter-topic", "name the topic for records that cannot be handled"));
  }

  /** For jobs that may write nothing at all. */
  public static DestinationSettings readOptional(SettingReader reader) {
    return read(reader, reader.text("output.dead-letter-topic", "").strip());
  }

  private static DestinationSettings read(SettingReader reader, String deadLetterTopic) {
    return new DestinationSettings(
        deadLetterTopic, reader.bytes("output.max-record-bytes", "32 mb", "16 kb", "1 gb"));
  }
}
