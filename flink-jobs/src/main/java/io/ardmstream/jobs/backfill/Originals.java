package io.ardmstream.jobs.backfill;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Date;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/**
 * Opens items: the originals in them, one after the other. Links and special files are left out.
 */
final class Originals {

  private Originals() {}

  static void of(SourceItem item, Original.Visitor visitor) throws IOException {
    FileStore store = FileStore.of(item.location());
    switch (item.kind()) {
      case FILE ->
          visitor.visit(
              new Original(
                  item.name(),
                  item.stream(),
                  item.length(),
                  item.modified(),
                  () -> store.open(item.location())));
      case TAR -> tar(item, store, visitor);
      case ZIP -> zip(item, store, visitor);
    }
  }

  private static void tar(SourceItem item, FileStore store, Original.Visitor visitor)
      throws IOException {
    try (InputStream file = new BufferedInputStream(store.open(item.location()), 1 << 16);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(uncompressed(item.location(), file), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
          Date modified = entry.getLastModifiedDate();
          visitor.visit(
              inside(item, entry.getName(), entry.getSize(), modified, () -> new Unclosed(tar)));
        }
      }
    }
  }

  private static void zip(SourceItem item, FileStore store, Original.Visitor visitor)
      throws IOException {
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(store.channel(item.location())).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        if (!entry.isDirectory() && !entry.isUnixSymlink()) {
          Date modified =
              entry.getTime() < 0 ? new Date(item.modified()) : new Date(entry.getTime());
          visitor.visit(
              inside(
                  item,
                  entry.getName(),
                  entry.getSize(),
                  modified,
                  () -> zip.getInputStream(entry)));
        }
      }
    }
  }

  private static Original inside(
      SourceItem item, String name, long length, Date modified, Original.Content content) {
    String plain = name.startsWith("./") ? name.substring(2) : name;
    return new Original(
        item.name() + "/" + plain, item.stream(), length, modified.getTime(), content);
  }

  private static InputStream uncompressed(String location, InputStream file) throws IOException {
    String name = location.toLowerCase(Locale.ROOT);
    if (name.endsWith("gz")) {
      return new GZIPInputStream(file, 1 << 16);
    }
    return name.endsWith("zst") ? new ZstdCompressorInputStream(file) : file;
  }

  /** One entry of a tar file; the rest of the file is still needed. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the tar file is closed by whoever opened it
    }
  }
}
