package io.ardmstream.jobs.backfill.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ardmstream.archive.PathText;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveStructSparse;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipEncoding;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/**
 * The members of a tar file, one after the other. The library reads them; this adds what it leaves
 * open: names that are no UTF-8, sparse maps that lie, and an end that is marked.
 */
final class TarReader implements Closeable {

  /** What a member is. */
  enum Kind {
    FILE,
    HARD_LINK,
    FOLDER,
    SPECIAL,
    UNKNOWN,
    /** Where it ends is known, and no more. */
    DAMAGED
  }

  /** More than names, attributes and sparse maps take. */
  private static final long HEADER_BYTES = 4 << 20;

  private static final long RECORD_BYTES = TarConstants.DEFAULT_RCDSIZE;
  private static final int BUFFER = 1 << 16;
  private static final ZipEncoding LIBRARY = ZipEncodingHelper.getZipEncoding("UTF-8");
  private static final byte VOLUME_LABEL = 'V';

  private final MeteredStream bytes;
  private final TarHeaders tar;
  private TarArchiveEntry entry;
  private String name;
  private IOException failure;
  private long end;

  TarReader(InputStream in) {
    bytes = new MeteredStream(in);
    tar = new TarHeaders(bytes);
  }

  /**
   * Goes to the next member; false if there is none.
   *
   * @throws IOException if it cannot be told what follows
   */
  boolean next() throws IOException {
    name = null;
    failure = null;
    bytes.skipTo(end);
    bytes.allow(HEADER_BYTES);
    try {
      entry = tar.nextMember();
    } catch (IOException | RuntimeException e) {
      entry = tar.getCurrentEntry();
      failure = e instanceof IOException read ? read : new IOException(e.toString(), e);
      if (!tar.isAtMember()) {
        throw failure;
      }
    }
    if (entry == null) {
      return false;
    }
    end = tar.dataStart() + recordBytes(entry);
    bytes.allow(end - bytes.position());
    name = text(entry.getName(), tar.rawName());
    return true;
  }

  /** What a member takes in the file, behind its headers. */
  private static long recordBytes(TarArchiveEntry entry) throws IOException {
    if (entry.getLinkFlag() == TarConstants.LF_DIR) {
      return 0;
    }
    long room = Long.MAX_VALUE - entry.getSize();
    if (room < Long.MAX_VALUE / 2) {
      throw new IOException("a member claims %d bytes".formatted(entry.getSize()));
    }
    return -Math.floorDiv(-entry.getSize(), RECORD_BYTES) * RECORD_BYTES;
  }

  /** The entry of the member, whose name may be wrong. */
  TarArchiveEntry entry() {
    return entry;
  }

  /** The name of the member. */
  String name() {
    return name;
  }

  /** The name that a link leads to. */
  String linkName() throws IOException {
    return text(entry.getLinkName(), tar.rawLinkName());
  }

  /** Bytes of the member, holes too. */
  long length() {
    return entry.getRealSize();
  }

  /** Why it is damaged. */
  IOException failure() {
    return failure;
  }

  Kind kind() {
    if (failure != null) {
      return Kind.DAMAGED;
    }
    if (entry.isLink()) {
      return Kind.HARD_LINK;
    }
    if (entry.isSymbolicLink()
        || entry.isCharacterDevice()
        || entry.isBlockDevice()
        || entry.isFIFO()
        || entry.getLinkFlag() == VOLUME_LABEL) {
      return Kind.SPECIAL;
    }
    if (entry.isDirectory()) {
      return Kind.FOLDER;
    }
    return isFile() ? Kind.FILE : Kind.UNKNOWN;
  }

  private boolean isFile() {
    return switch (entry.getLinkFlag()) {
      case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG -> true;
      default -> entry.isGNUSparse();
    };
  }

  /** The bytes of the member; only once. */
  InputStream content() throws IOException {
    if (entry.isSparse() && mapped() != entry.getSize()) {
      throw new IOException(
          "its sparse map and its content differ in length: unpack it by other means");
    }
    return new FilterInputStream(tar) {
      @Override
      public void close() {
        // the rest of the tar file is still needed
      }
    };
  }

  /** Bytes of the member that a map of holes accounts for: its data, and the map if it is there. */
  private long mapped() {
    long map = bytes.position() - tar.dataStart();
    return map
        + entry.getSparseHeaders().stream().mapToLong(TarArchiveStructSparse::getNumbytes).sum();
  }

  /**
   * Reads on to the end of the file.
   *
   * @throws IOException if something was lost or lies behind the end
   */
  void checkEnd() throws IOException {
    if (!tar.isEndMarked()) {
      throw new IOException("it ends without the mark of an end: it may be cut; look for a copy");
    }
    bytes.allow(Long.MAX_VALUE);
    byte[] rest = new byte[BUFFER];
    for (int read = bytes.read(rest); read >= 0; read = bytes.read(rest)) {
      for (int i = 0; i < read; i++) {
        if (rest[i] != 0) {
          throw new IOException("data lies behind its end, which is not archived: unpack that too");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  /** The library's text; if it was made of these bytes, what they say, of which text may lose. */
  private static String text(String parsed, byte[] raw) throws IOException {
    boolean made = parsed.equals(LIBRARY.decode(raw)) || parsed.equals(new String(raw, UTF_8));
    return PathText.of(made ? raw : parsed.getBytes(UTF_8));
  }
}
