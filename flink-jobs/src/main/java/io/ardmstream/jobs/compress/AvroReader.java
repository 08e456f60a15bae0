package io.ardmstream.jobs.compress;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.RawRecord;
import io.ardmstream.schema.TopicRecord;
import java.util.Arrays;

/**
 * The value is a {@link RawRecord} that holds the media.
 *
 * @param messages takes values apart
 */
record AvroReader(MessageReader<RawRecord> messages) implements MediaReader {

  @Override
  public RawMedia read(TopicRecord record) {
    byte[] value = ByteFields.toArray(record.getValue());
    RawRecord raw = parse(value);
    byte[] media = ByteFields.toArray(raw.getPayload());
    // Any place with these bytes will do, since the value is put together again from what is
    // before,
    // in and after it; the payload being the last large field, it is found at once from the end.
    int start = LastIndex.of(media, value);
    return new RawMedia(
        raw.getId().isEmpty() ? Identity.of(record) : raw.getId(),
        raw.getStream().isEmpty() ? record.getTopic() : raw.getStream(),
        raw.getEventTime() == null ? Identity.timestamp(record) : raw.getEventTime(),
        raw.getName(),
        raw.getMediaType(),
        raw.getRawDescriptor(),
        Arrays.copyOf(value, start),
        media,
        Arrays.copyOfRange(value, start + media.length, value.length));
  }

  private RawRecord parse(byte[] value) {
    try {
      return messages.fromBytes(value);
    } catch (MalformedMessageException e) {
      throw new UnsupportedInputException(
          "The value is no RawRecord: " + e.getMessage(),
          "value of the Kafka record",
          "Write RawRecords to this topic, or set input.format to media.",
          e);
    }
  }
}
