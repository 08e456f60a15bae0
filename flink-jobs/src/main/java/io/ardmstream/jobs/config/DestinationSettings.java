package io.ardmstream.jobs.config;

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

  static DestinationSettings read(SettingReader reader) {
    return new DestinationSettings(
        reader.required(
            "output.dead-letter-topic", "name the topic for records that cannot be handled"),
        reader.bytes("output.max-record-bytes", "32 mb", "16 kb", "1 gb"));
  }
}
