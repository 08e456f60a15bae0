package io.ardmstream.jobs.backfill.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.utils.ArchiveUtils;

/**
 * The library's reader of tar files, with the checksum of every header checked, those of long names
 * and attributes too, and with the bytes of names, which the library gives as text only.
 */
final class TarHeaders extends TarArchiveInputStream {

  /** Headers of one member; the library recurses into each. */
  private static final int MOST_HEADERS = 64;

  private static final int LINK_NAME = 157;
  private static final int PREFIX = 345;
  private static final int PREFIX_BYTES = 155;
  private static final int SPARSE_GOES_ON = 482;
  private static final int SPARSE_STILL_GOES_ON = 504;

  private final MeteredStream bytes;
  private byte[] header;
  private byte[] longName;
  private byte[] longLinkName;
  private int headers;
  private boolean sparseGoesOn;
  private boolean endMarked;
  private long dataStart;

  TarHeaders(MeteredStream bytes) {
    super(bytes, TarConstants.DEFAULT_RCDSIZE, TarConstants.DEFAULT_RCDSIZE, "UTF-8");
    this.bytes = bytes;
  }

  /** The next member, or null. The stream has to be where its first header begins. */
  TarArchiveEntry nextMember() throws IOException {
    setCurrentEntry(null);
    longName = null;
    longLinkName = null;
    headers = 0;
    return getNextEntry();
  }

  /** Where the content of the member begins. */
  long dataStart() {
    return dataStart;
  }

  /** Whether the last header was that of a member, and not one of its attributes. */
  boolean isAtMember() {
    TarArchiveEntry entry = getCurrentEntry();
    return entry != null
        && !entry.isPaxHeader()
        && !entry.isGlobalPaxHeader()
        && !entry.isGNULongNameEntry()
        && !entry.isGNULongLinkEntry();
  }

  /** Whether the file ended with a record of zeros, as all tar files do. */
  boolean isEndMarked() {
    return endMarked;
  }

  /** The name of the member unless attributes give another. */
  byte[] rawName() {
    if (longName != null) {
      return longName;
    }
    ByteArrayOutputStream name = new ByteArrayOutputStream();
    if (is(TarConstants.MAGIC_POSIX) && header[PREFIX] != 0) {
      name.writeBytes(field(PREFIX, PREFIX_BYTES));
      name.write('/');
    }
    name.writeBytes(field(0, TarConstants.NAMELEN));
    return name.toByteArray();
  }

  /** The name of the member that a link names, unless attributes give another. */
  byte[] rawLinkName() {
    return longLinkName != null ? longLinkName : field(LINK_NAME, TarConstants.NAMELEN);
  }

  @Override
  protected byte[] readRecord() throws IOException {
    byte[] record = super.readRecord();
    if (isAtEOF()) {
      return record;
    }
    endMarked = record != null && ArchiveUtils.isArrayZero(record, record.length);
    if (record != null && !endMarked) {
      check(record);
      dataStart = bytes.position();
    }
    return record;
  }

  @Override
  protected byte[] getLongNameData() throws IOException {
    boolean isName = getCurrentEntry().isGNULongNameEntry();
    byte[] data = super.getLongNameData();
    longName = isName ? data : longName;
    longLinkName = isName ? longLinkName : data;
    return data;
  }

  private void check(byte[] record) throws IOException {
    if (sparseGoesOn) {
      sparseGoesOn = record[SPARSE_STILL_GOES_ON] == 1;
      return;
    }
    if (!hasChecksum(record)) {
      throw new IOException("the checksum of a header is wrong, before byte " + bytes.position());
    }
    if (++headers > MOST_HEADERS) {
      throw new IOException("one member has more than %d headers".formatted(MOST_HEADERS));
    }
    header = record.clone();
    boolean sparse = record[TarConstants.LF_OFFSET] == TarConstants.LF_GNUTYPE_SPARSE;
    sparseGoesOn = sparse && is(TarConstants.MAGIC_GNU) && record[SPARSE_GOES_ON] == 1;
  }

  private static boolean hasChecksum(byte[] record) {
    try {
      return TarUtils.verifyCheckSum(record);
    } catch (IllegalArgumentException noNumber) {
      return false;
    }
  }

  private boolean is(String magic) {
    return ArchiveUtils.matchAsciiBuffer(
        magic, header, TarConstants.MAGIC_OFFSET, TarConstants.MAGICLEN);
  }

  private byte[] field(int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(header, offset, end);
  }
}
