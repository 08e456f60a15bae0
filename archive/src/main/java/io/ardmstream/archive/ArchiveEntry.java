package io.ardmstream.archive;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * One file of an archive, as the index knows it.
 *
 * @param name original name, with {@code /} between folders; unique in the archive; any text
 * @param length bytes of the original
 * @param modified when the original was last changed, in milliseconds since 1970 in UTC
 * @param sha256 SHA-256 of the original, 64 hexadecimal digits
 * @param part file that holds the record, relative to the archive
 * @param position where in it the Avro block of the record begins, in bytes
 * @param begin where the block begins that holds the first record of its group; the same as the
 *     position if it stands alone
 */
public record ArchiveEntry(
    String name,
    long length,
    long modified,
    String sha256,
    String part,
    long position,
    long begin) {

  /** A file whose record is not in a part yet. */
  public static ArchiveEntry unplaced(String name, long length, long modified, String sha256) {
    return new ArchiveEntry(name, length, modified, sha256, "", 0, 0);
  }

  /** By the bytes of their names in UTF-8, without signs: the order of the index. */
  static final Comparator<ArchiveEntry> ORDER =
      (one, other) -> Arrays.compareUnsigned(one.key(), other.key());

  /**
   * What an index says of a record.
   *
   * @throws IOException if it lacks what every archived record has
   */
  public static ArchiveEntry of(EncodedRecord record, String part, long position, long begin)
      throws IOException {
    if (record.getName() == null || record.getEventTime() == null) {
      throw new IOException(
          "%s has a record without name or time at byte %d: remove it, no archive has such a part"
              .formatted(part, position));
    }
    return new ArchiveEntry(
        record.getName(),
        record.getRawLength(),
        record.getEventTime().toEpochMilli(),
        sha256(record),
        part,
        position,
        begin);
  }

  private static String sha256(EncodedRecord record) {
    return record.getHeaders().stream()
        .filter(header -> header.getKey().equals(Archive.CHECKSUM))
        .map(Header::getValue)
        .map(value -> HexFormat.of().formatHex(ByteFields.toArray(value)))
        .findFirst()
        .orElse("");
  }

  /** The bytes by which the index is searched. */
  byte[] key() {
    return IndexLine.escape(name).getBytes(StandardCharsets.UTF_8);
  }

  ArchiveEntry at(String newPart, long newPosition, long newBegin) {
    return new ArchiveEntry(name, length, modified, sha256, newPart, newPosition, newBegin);
  }
}
