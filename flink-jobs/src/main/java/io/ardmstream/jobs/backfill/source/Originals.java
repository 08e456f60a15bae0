package io.ardmstream.jobs.backfill.source;

import java.io.IOException;

/** Opens items: the originals in them, one after the other. */
public final class Originals {

  private Originals() {}

  /**
   * Visits what an item holds.
   *
   * @param limit larger originals are not opened by the visitor, in bytes
   * @throws IOException if the item, or the rest of it, cannot be read
   */
  public static void of(SourceItem item, long limit, Original.Visitor visitor) throws IOException {
    FileStore store = FileStore.of(item.location());
    switch (item.kind()) {
      case FILE -> visitor.visit(file(item, store));
      case SPECIAL -> visitor.leftOut();
      case UNREADABLE ->
          visitor.failed(
              item.name(), new IOException("it cannot be looked at, or listed: allow reading it"));
      case TAR -> new TarOriginals(item, store, limit, visitor).visit();
      case ZIP -> new ZipOriginals(item, store, visitor).visit();
    }
  }

  /** What lies in a tar or zip file; {@code ./} is no folder. */
  static String nameInside(SourceItem item, String name) {
    return item.name() + "/" + (name.startsWith("./") ? name.substring(2) : name);
  }

  private static Original file(SourceItem item, FileStore store) {
    return new Original(
        item.name(),
        item.stream(),
        item.length(),
        item.modified(),
        Original.NO_CHECKSUM,
        () -> store.open(item.location()));
  }
}
