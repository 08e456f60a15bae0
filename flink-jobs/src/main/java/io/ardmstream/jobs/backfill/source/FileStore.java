package io.ardmstream.jobs.backfill.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** Where sources lie. Only ever read. */
public interface FileStore {

  /**
   * A file or folder.
   *
   * @param location path or URI
   * @param path path below the folder that was listed, with {@code /}; empty for itself
   * @param type what it is
   */
  record Found(String location, String path, Type type, long length, long modified) {}

  /** What lies somewhere. */
  enum Type {
    FILE,
    FOLDER,
    /** A link, a device, a FIFO. */
    SPECIAL,
    /** Whatever cannot be looked at, or listed. */
    UNREADABLE
  }

  /** Takes what a listing finds. */
  @FunctionalInterface
  interface Visitor {
    void visit(Found file) throws IOException;
  }

  /** What lies at a location; null if nothing does. */
  Found at(String location) throws IOException;

  /** Visits all that lies below a folder, by name, but folders only if they cannot be listed. */
  void list(String folder, Visitor visitor) throws IOException;

  InputStream open(String location) throws IOException;

  SeekableByteChannel channel(String location) throws IOException;

  /** The store of a location: URIs belong to Flink's file systems, everything else is a path. */
  static FileStore of(String location) {
    return location.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")
        ? new FlinkFileStore()
        : new LocalFileStore();
  }
}
