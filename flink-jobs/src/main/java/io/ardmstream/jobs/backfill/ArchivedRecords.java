package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.Archive;
import io.ardmstream.block.ModelId;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.jobs.backfill.source.Original;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Fidelity;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.ModelReference;
import java.time.Instant;
import java.util.List;

/** Makes the record that an archive keeps of an original. */
final class ArchivedRecords {

  private ArchivedRecords() {}

  static EncodedRecord of(Original original, byte[] sha256, Encoded encoded) {
    EncodeStatistics statistics = encoded.statistics();
    return EncodedRecord.newBuilder()
        .setStream(original.stream())
        .setEventTime(Instant.ofEpochMilli(original.modified()))
        .setName(original.name())
        .setHeaders(List.of(new Header(Archive.CHECKSUM, ByteFields.of(sha256))))
        .setRawLength(statistics.inputBytes())
        .setEncodedLength(encoded.container().length)
        .setFidelity(Fidelity.valueOf(statistics.fidelity().name()))
        .setModel(statistics.model().map(ArchivedRecords::reference).orElse(null))
        .setPayload(ByteFields.of(encoded.container()))
        .build();
  }

  private static ModelReference reference(ModelId model) {
    return new ModelReference(model.name(), model.version(), model.digest());
  }
}
