package io.ardmstream.jobs.compress;

import io.ardmstream.codec.Source;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.jobs.bundle.CodecSettings;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;
import java.util.Optional;

/** Makes codec input of Kafka records. */
final class MediaSources {

  private final MediaReader reader;
  private final MediaOptions options;
  private final int maxRecordBytes;

  MediaSources(ParseSettings parse, CodecSettings codec, WireFormat wire) {
    this.reader = MediaReader.of(parse.format(), parse.layouts(), wire);
    this.maxRecordBytes = parse.maxRecordBytes();
    this.options =
        new MediaOptions(
            Optional.empty(),
            codec.fidelity(),
            parse.unrecognised() == Unrecognised.STORE,
            codec.limits(parse.maxRecordBytes()));
  }

  /**
   * Takes a record apart.
   *
   * @throws UnsupportedInputException if its value is not what the topic is said to hold
   */
  RawMedia media(TopicRecord record) {
    return reader.read(record);
  }

  boolean isTooLarge(TopicRecord record) {
    return record.getValue().remaining() > maxRecordBytes;
  }

  /**
   * What the codec is to encode.
   *
   * @throws UnsupportedInputException if the record declares a layout that does not exist
   */
  Source source(RawMedia raw) {
    if (raw.rawDescriptor() == null) {
      return new Source(raw.media(), options);
    }
    return new Source(raw.media(), options.withRaw(RawDescriptor.parse(raw.rawDescriptor())));
  }
}
