package io.ardmstream.jobs.backfill;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file to be archived.
 *
 * @param name its name in the archive
 * @param stream stream it belongs to
 * @param length bytes it claims to have
 * @param modified when it was last changed, in milliseconds since 1970 in UTC
 * @param content its bytes, to be opened at most once and at once
 */
record Original(String name, String stream, long length, long modified, Content content) {

  /** Opens the bytes of a file. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }

  /** Takes originals one after the other. */
  @FunctionalInterface
  interface Visitor {
    void visit(Original original) throws IOException;
  }
}
