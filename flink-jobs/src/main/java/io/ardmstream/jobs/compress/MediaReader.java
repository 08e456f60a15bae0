package io.ardmstream.jobs.compress;

import io.ardmstream.schema.RawRecord;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;

/** Finds the media in the value of a Kafka record. */
interface MediaReader {

  /**
   * Takes a record apart.
   *
   * @param record with a value
   * @throws io.ardmstream.failure.UnsupportedInputException if the value is not of the topic's
   *     format
   */
  RawMedia read(TopicRecord record);

  /** The reader for a format; made per subtask. */
  static MediaReader of(InputFormat format, RawLayouts layouts, WireFormat wire) {
    return format == InputFormat.AVRO
        ? new AvroReader(wire.reader(RawRecord.class))
        : new PlainReader(layouts);
  }
}
