package io.ardmstream.jobs.backfill.source;

import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipExtraField;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * The files of a zip file, found by its central directory: a member that is damaged costs only
 * itself.
 */
final class ZipOriginals {

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int LOCAL_NAME_LENGTH = 26;

  /** What a local header takes at least. */
  private static final int LOCAL_HEADER_BYTES = 30;

  private static final String UNPACK = ": unpack it by other means, and archive the file";

  private final SourceItem item;
  private final FileStore store;
  private final Original.Visitor visitor;

  ZipOriginals(SourceItem item, FileStore store, Original.Visitor visitor) {
    this.item = item;
    this.store = store;
    this.visitor = visitor;
  }

  void visit() throws IOException {
    try (SeekableByteChannel file = store.channel(item.location())) {
      long expected = ZipEnd.entries(file);
      try (ZipFile zip = open(file)) {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
        for (int i = 0; i < entries.size(); i++) {
          long end = i + 1 < entries.size() ? start(entries.get(i + 1)) : file.size();
          visit(new Member(file, zip, entries.get(i), end));
        }
        if (entries.size() != expected) {
          throw new IOException(
              "its directory is damaged: of %d members it names %d; get a good copy of it"
                  .formatted(expected, entries.size()));
        }
      }
    }
  }

  /** Local headers are looked at one by one: a damaged one must not cost the others. */
  private static ZipFile open(SeekableByteChannel file) throws IOException {
    try {
      return ZipFile.builder().setSeekableByteChannel(file).setIgnoreLocalFileHeader(true).get();
    } catch (IOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      // where the file ends inside an entry, there is no message
      String finding = cause.getMessage() == null ? "it ends too early" : cause.getMessage();
      throw new IOException("its directory is damaged (" + finding + "): get a good copy of it", e);
    }
  }

  /** A member, and where the next thing in the file begins. */
  private record Member(SeekableByteChannel file, ZipFile zip, ZipArchiveEntry entry, long end) {}

  private void visit(Member member) {
    ZipArchiveEntry entry = member.entry();
    int type = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
    if (entry.isDirectory()) {
      return;
    }
    if (type != 0 && type != UnixStat.FILE_FLAG) {
      visitor.leftOut();
      return;
    }
    visitor.visit(
        new Original(
            Originals.nameInside(item, name(entry)),
            item.stream(),
            entry.getSize(),
            entry.getTime() < 0 ? item.modified() : entry.getTime(),
            entry.getCrc(),
            () -> content(member)));
  }

  private static InputStream content(Member member) throws IOException {
    ZipArchiveEntry entry = member.entry();
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new IOException("it is encrypted" + UNPACK);
    }
    if (!member.zip().canReadEntryData(entry)) {
      ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
      throw new IOException(
          "its compression method, %d (%s), is not known here%s"
              .formatted(entry.getMethod(), method == null ? "?" : method, UNPACK));
    }
    if (start(entry) + LOCAL_HEADER_BYTES + entry.getCompressedSize() > member.end()) {
      throw new IOException("it overlaps what follows in the zip file, which no honest one does");
    }
    checkHeader(member);
    return member.zip().getInputStream(entry);
  }

  /** No checksum covers the directory; but each name stands twice. */
  private static void checkHeader(Member member) throws IOException {
    byte[] name = member.entry().getRawName();
    ByteBuffer header = ByteBuffer.allocate(LOCAL_HEADER_BYTES + name.length);
    member.file().position(start(member.entry()));
    while (header.hasRemaining() && member.file().read(header) >= 0) {
      // goes on until the header is there
    }
    header.order(ByteOrder.LITTLE_ENDIAN);
    boolean same =
        header.getInt(0) == LOCAL_HEADER
            && header.getShort(LOCAL_NAME_LENGTH) == (short) name.length
            && ByteBuffer.wrap(name).equals(header.position(LOCAL_HEADER_BYTES));
    if (!same) {
      throw new IOException(
          "its header has another name, or is none: one of the two is damaged" + UNPACK);
    }
  }

  private static long start(ZipArchiveEntry entry) {
    return entry.getLocalHeaderOffset();
  }

  /** Names are UTF-8 unless an extra field, valid for this name only, has the real one. */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    ZipExtraField extra = entry.getExtraField(UnicodePathExtraField.UPATH_ID);
    if (extra instanceof UnicodePathExtraField path && path.getNameCRC32() == crc(raw)) {
      return PathText.of(path.getUnicodeName());
    }
    return PathText.of(raw);
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
