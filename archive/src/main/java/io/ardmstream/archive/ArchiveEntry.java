package io.ardmstream.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One file of an archive, as the index knows it.
 *
 * @param name original name, with {@code /} between folders; unique in the archive; any text
 * @param length bytes of the original
 * @param modified when the original was last changed, in milliseconds since 1970 in UTC
 * @param sha256 SHA-256 of the original, 64 hexadecimal digits
 * @param part file that holds the record, relative to the archive
 * @param position where in it the Avro block of the record begins, in bytes
 */
public record ArchiveEntry(
    String name, long length, long modified, String sha256, String part, long position) {

  /** By the bytes of their names in UTF-8, without signs: the order of the index. */
  static final Comparator<ArchiveEntry> ORDER =
      (one, other) -> Arrays.compareUnsigned(one.key(), other.key());

  /** The bytes by which the index is searched. */
  byte[] key() {
    return IndexLine.escape(name).getBytes(StandardCharsets.UTF_8);
  }

  ArchiveEntry at(String newPart, long newPosition) {
    return new ArchiveEntry(name, length, modified, sha256, newPart, newPosition);
  }
}
