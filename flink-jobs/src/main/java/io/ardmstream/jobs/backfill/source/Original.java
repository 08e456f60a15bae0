package io.ardmstream.jobs.backfill.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file to be archived.
 *
 * @param name its name in the archive
 * @param stream stream it belongs to
 * @param length bytes it claims to have; it is refused if it has more or fewer
 * @param modified when it was last changed, in milliseconds since 1970 in UTC
 * @param crc32 the checksum that is kept beside it; {@link #NO_CHECKSUM} if none is
 * @param content its bytes, to be opened at most once and at once
 */
public record Original(
    String name, String stream, long length, long modified, long crc32, Content content) {

  public static final long NO_CHECKSUM = -1;

  /** Opens the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  /** Takes what an item holds, one after the other. */
  public interface Visitor {

    /** An original. Failing to read it is the visitor's to report. */
    void visit(Original original);

    /** Something that is no file: a link, a device, a FIFO. */
    void leftOut();

    /** A file that is known by its name but cannot be had. */
    void failed(String name, IOException failure);
  }
}
