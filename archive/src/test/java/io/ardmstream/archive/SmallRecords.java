package io.ardmstream.archive;

import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Fidelity;
import io.ardmstream.schema.Header;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Files as an archive holds them. */
final class SmallRecords {

  private SmallRecords() {}

  static ArchiveEntry entry(String name, long modified, byte[] bytes) {
    String sha256 = HexFormat.of().formatHex(Sha256.of(bytes));
    return ArchiveEntry.unplaced(name, bytes.length, modified, sha256);
  }

  static EncodedRecord record(Codec codec, String name, long modified, byte[] bytes) {
    Source source = new Source(bytes, MediaOptions.defaults().withOpaqueAllowed());
    Encoding.Encoded encoded = (Encoding.Encoded) codec.encode(List.of(source)).get(0);
    return EncodedRecord.newBuilder()
        .setStream("s")
        .setEventTime(Instant.ofEpochMilli(modified))
        .setName(name)
        .setHeaders(List.of(new Header(Archive.CHECKSUM, ByteFields.of(Sha256.of(bytes)))))
        .setRawLength(bytes.length)
        .setEncodedLength(encoded.container().length)
        .setFidelity(Fidelity.BYTES)
        .setModel(null)
        .setPayload(ByteFields.of(encoded.container()))
        .build();
  }
}
