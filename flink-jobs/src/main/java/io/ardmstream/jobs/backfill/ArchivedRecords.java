package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.Archive;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.jobs.backfill.source.Original;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.encoded.EncodedValue;
import java.time.Instant;
import java.util.List;

/** Makes the record that an archive keeps of an original. */
final class ArchivedRecords {

  private ArchivedRecords() {}

  static EncodedRecord of(Original original, byte[] sha256, Encoded encoded) {
    return EncodedValue.of(encoded)
        .setStream(original.stream())
        .setEventTime(Instant.ofEpochMilli(original.modified()))
        .setName(original.name())
        .setHeaders(List.of(new Header(Archive.CHECKSUM, ByteFields.of(sha256))))
        .build();
  }
}
