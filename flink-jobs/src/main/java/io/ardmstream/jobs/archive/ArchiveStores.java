package io.ardmstream.jobs.archive;

import io.ardmstream.archive.ArchiveStore;
import io.ardmstream.archive.FolderStore;
import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells by its location where an archive lies. */
public final class ArchiveStores {
  private static final Pattern LOCAL = Pattern.compile("file:/+.*");
  private static final Pattern URIS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private ArchiveStores() {}

  /** Whether it is the URI of one of Flink's file systems, and no folder of this machine. */
  public static boolean isRemote(String location) {
    return URIS.matcher(location).matches() && !LOCAL.matcher(location).matches();
  }

  /**
   * The store of an archive.
   *
   * @param location a folder, or a URI of one of Flink's file systems
   * @throws IOException if none of them is installed for it, or it cannot be reached
   */
  public static ArchiveStore of(String location) throws IOException {
    if (isRemote(location)) {
      return FlinkStore.of(location);
    }
    return new FolderStore(
        LOCAL.matcher(location).matches()
            ? Path.of(URI.create(location))
            : PathText.path(location));
  }
}
