package io.ardmstream.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/**
 * Where the files of an archive lie. Each has a name with {@code /} between folders, relative to
 * the archive. A file appears whole or not at all and is hardly ever written twice, so that an
 * object store suffices.
 */
public interface ArchiveStore {

  /** Where the archive is, for people to read. */
  String location();

  /**
   * Whether several processes may write to the archive at the same time. Then nobody ever locks it.
   */
  boolean isShared();

  /** Whether there is nothing at all yet. */
  boolean isEmpty() throws IOException;

  /** The names of all files in a folder and in those below, sorted; none if it does not exist. */
  List<String> files(String folder) throws IOException;

  boolean exists(String name) throws IOException;

  /**
   * Opens a file to read some of it.
   *
   * @throws NoSuchFileException if there is none of this name
   */
  StoredFile open(String name) throws IOException;

  /**
   * Opens a file to read much of it in small pieces, also after it was removed.
   *
   * @throws NoSuchFileException if there is none of this name
   */
  StoredFile openToSearch(String name) throws IOException;

  /** Begins a file, which takes the place of one that has the name when it is published. */
  NewFile create(String name) throws IOException;

  /** Removes a file; does nothing if there is none. */
  void delete(String name) throws IOException;

  /**
   * Claims the archive for a process that writes, makes what it needs, and removes what a killed
   * one left.
   *
   * @return gives the claim up when it is closed
   * @throws IOException also if another process has it, and only one may
   */
  Closeable claim() throws IOException;
}
