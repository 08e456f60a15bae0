package io.ardmstream.jobs.backfill.source;

import java.util.Locale;

/**
 * Something to read originals from: one file, or a tar or zip file with many.
 *
 * @param location path as {@link io.ardmstream.archive.PathText} or URI
 * @param kind how to read it
 * @param name name of the file in the archive; for tar and zip files, the folder of their content
 * @param stream stream the originals belong to
 * @param length its own bytes
 * @param modified when it was last changed, in milliseconds since 1970 in UTC
 */
public record SourceItem(
    String location, Kind kind, String name, String stream, long length, long modified) {

  /** How to read an item. */
  public enum Kind {
    /** An original as it is. */
    FILE,
    /** A tar file, as it is or compressed with gzip or Zstandard. */
    TAR,
    /** A zip file. */
    ZIP,
    /** A link or special file: left out and counted. */
    SPECIAL,
    /** What cannot be looked at, or a folder that cannot be listed: a failure. */
    UNREADABLE;

    static Kind of(String file) {
      String name = file.toLowerCase(Locale.ROOT);
      if (name.matches(".*\\.(tar|tar\\.gz|tgz|tar\\.zst|tzst)")) {
        return TAR;
      }
      return name.endsWith(".zip") ? ZIP : FILE;
    }
  }
}
