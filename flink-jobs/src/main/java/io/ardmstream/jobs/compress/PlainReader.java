package io.ardmstream.jobs.compress;

import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.TopicRecord;

/**
 * The whole value is the media.
 *
 * @param rawDescriptor layout of bare samples; empty: media files
 */
record PlainReader(String rawDescriptor) implements MediaReader {

  private static final byte[] NOTHING = {};

  @Override
  public RawMedia read(TopicRecord record) {
    return new RawMedia(
        Identity.of(record),
        record.getTopic(),
        Identity.timestamp(record),
        null,
        "",
        rawDescriptor.isEmpty() ? null : rawDescriptor,
        NOTHING,
        ByteFields.toArray(record.getValue()),
        NOTHING);
  }
}
