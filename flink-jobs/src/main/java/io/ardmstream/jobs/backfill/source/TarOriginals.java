package io.ardmstream.jobs.backfill.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/**
 * The files of a tar file. A compressed one is read twice: its checksum stands at the end, and
 * until it is known to hold, nothing may be archived. Hard links take another pass, for the content
 * of what they name.
 */
final class TarOriginals {

  private static final int BUFFER = 1 << 16;

  private final SourceItem item;
  private final FileStore store;
  private final long limit;
  private final Original.Visitor visitor;

  /** The member that a name belonged to last, by its number. */
  private final Map<String, Integer> places = new HashMap<>();

  private final Map<Integer, List<Link>> links = new HashMap<>();

  private record Link(String name, long modified) {}

  TarOriginals(SourceItem item, FileStore store, long limit, Original.Visitor visitor) {
    this.item = item;
    this.store = store;
    this.limit = limit;
    this.visitor = visitor;
  }

  void visit() throws IOException {
    checkCompression();
    IOException damage = visitMembers();
    if (!links.isEmpty()) {
      visitLinks();
    }
    if (damage != null) {
      throw damage;
    }
  }

  /** Visits members as far as they can be told apart; gives what ended it early, or null. */
  private IOException visitMembers() throws IOException {
    try (TarReader tar = new TarReader(open())) {
      try {
        for (int number = 0; tar.next(); number++) {
          visit(tar, number);
        }
        tar.checkEnd();
        return null;
      } catch (IOException e) {
        return new IOException(
            "it is damaged (%s): what lies behind is not archived; get a good copy of it"
                .formatted(e.getMessage()),
            e);
      }
    }
  }

  private void visit(TarReader tar, int number) throws IOException {
    TarArchiveEntry entry = tar.entry();
    switch (tar.kind()) {
      case FILE -> {
        places.put(tar.name(), number);
        visitor.visit(original(tar.name(), tar.length(), modified(entry), tar::content));
      }
      case HARD_LINK -> {
        Integer place = places.get(tar.linkName());
        if (place == null) {
          visitor.failed(Originals.nameInside(item, tar.name()), dangling(tar));
        } else {
          places.put(tar.name(), place);
          links
              .computeIfAbsent(place, none -> new ArrayList<>())
              .add(new Link(tar.name(), modified(entry)));
        }
      }
      case SPECIAL -> visitor.leftOut();
      case FOLDER -> {
        // the names of its files bring it back
      }
      case DAMAGED -> visitor.failed(Originals.nameInside(item, tar.name()), tar.failure());
      case UNKNOWN -> visitor.failed(Originals.nameInside(item, tar.name()), unknown(entry));
    }
  }

  private void visitLinks() throws IOException {
    try (TarReader tar = new TarReader(open())) {
      int last = Collections.max(links.keySet());
      for (int number = 0; number <= last && tar.next(); number++) {
        Original.Content content = new Shared(tar, limit);
        for (Link link : links.getOrDefault(number, List.of())) {
          visitor.visit(original(link.name(), tar.length(), link.modified(), content));
        }
      }
    }
  }

  private Original original(String name, long length, long modified, Original.Content content) {
    return new Original(
        Originals.nameInside(item, name),
        item.stream(),
        length,
        modified,
        Original.NO_CHECKSUM,
        content);
  }

  private static long modified(TarArchiveEntry entry) {
    return entry.getLastModifiedDate().getTime();
  }

  private static IOException dangling(TarReader tar) throws IOException {
    return new IOException(
        "it is a hard link to '%s', which the tar file does not have before it"
            .formatted(tar.linkName()));
  }

  private static IOException unknown(TarArchiveEntry entry) {
    return new IOException(
        "it is of the kind '%c', which is not known here: unpack it by other means"
            .formatted((char) entry.getLinkFlag()));
  }

  private void checkCompression() throws IOException {
    if (item.location().toLowerCase(Locale.ROOT).endsWith("tar")) {
      return;
    }
    try (InputStream in = open()) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new IOException(
          "its compression is damaged (%s), so none of its files can be trusted, and none is"
                  .formatted(e.getMessage())
              + " archived: get a good copy of it",
          e);
    }
  }

  private InputStream open() throws IOException {
    InputStream file = new BufferedInputStream(store.open(item.location()), BUFFER);
    String name = item.location().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith("gz")) {
        return new GzipCompressorInputStream(file, true);
      }
      return name.endsWith("zst") ? new ZstdCompressorInputStream(file) : file;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** A member that has several names, read when the first of them is wanted. */
  private static final class Shared implements Original.Content {
    private final TarReader tar;
    private final long limit;
    private byte[] bytes;

    Shared(TarReader tar, long limit) {
      this.tar = tar;
      this.limit = limit;
    }

    @Override
    public InputStream open() throws IOException {
      if (bytes == null) {
        bytes = tar.content().readNBytes((int) Math.min(limit, Integer.MAX_VALUE - 16));
      }
      return new ByteArrayInputStream(bytes);
    }
  }
}
