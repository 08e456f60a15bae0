package io.ardmstream.jobs.compress;

import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.TopicRecord;

/**
 * The whole value is the media.
 *
 * @param layouts of bare samples
 */
record PlainReader(RawLayouts layouts) implements MediaReader {

  private static final byte[] NOTHING = {};

  @Override
  public RawMedia read(TopicRecord record) {
    return new RawMedia(
        Identity.of(record),
        record.getTopic(),
        Identity.timestamp(record),
        null,
        "",
        layouts.of(record),
        NOTHING,
        ByteFields.toArray(record.getValue()),
        NOTHING);
  }
}
