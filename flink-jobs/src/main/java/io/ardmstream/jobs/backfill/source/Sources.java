package io.ardmstream.jobs.backfill.source;

import io.ardmstream.archive.PathText;
import io.ardmstream.jobs.backfill.source.SourceItem.Kind;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/**
 * Finds what to archive. A folder gives {@code FOLDER/...}; a glob gives the paths below its part
 * without wildcards; a file gives its name; a tar or zip file gives a folder of its name without
 * the ending. Tar and zip files inside folders are files like all others.
 */
public final class Sources {

  private static final String WILDCARDS = "*?[{";

  private final String stream;

  /**
   * @param stream stream of all that is found; null: the name of the folder it was found in
   */
  public Sources(String stream) {
    this.stream = stream;
  }

  /** Takes what is found. */
  @FunctionalInterface
  public interface Visitor {
    /** One item, in the order of names. */
    void visit(SourceItem item) throws IOException;
  }

  /**
   * Visits everything that a source holds.
   *
   * @param source folder, glob, file, tar or zip file; a path, or a URI of one of Flink's file
   *     systems
   * @throws NoSuchFileException if there is no such thing
   */
  public void visit(String source, Visitor visitor) throws IOException {
    Place place = Place.of(source);
    if (place.isFolder()) {
      String name = lastOf(place.location);
      place.store.list(
          place.location,
          file -> visitor.visit(item(file, plainKind(file), name + "/" + file.path(), name)));
    } else {
      visitNamed(place, visitor);
    }
  }

  /**
   * Visits what a source holds unless it is a folder, which has no tar and zip files to read from.
   *
   * @throws NoSuchFileException if there is no such thing
   */
  public void visitUnlessFolder(String source, Visitor visitor) throws IOException {
    Place place = Place.of(source);
    if (!place.isFolder()) {
      visitNamed(place, visitor);
    }
  }

  private void visitNamed(Place place, Visitor visitor) throws IOException {
    if (place.found == null) {
      visitMatches(place.store, place.location, visitor);
    } else {
      visitor.visit(named(place.found, lastOf(place.location), folderOf(place.location)));
    }
  }

  private void visitMatches(FileStore store, String glob, Visitor visitor) throws IOException {
    int wildcard = firstWildcard(glob);
    String folder = wildcard < 0 ? "" : glob.substring(0, glob.lastIndexOf('/', wildcard));
    FileStore.Found found = folder.isEmpty() ? null : store.at(folder);
    if (found == null) {
      throw new NoSuchFileException(glob);
    }
    String pattern = glob.substring(folder.length() + 1);
    PathMatcher matcher = matcher(glob, pattern);
    store.list(
        folder,
        file -> {
          if (file.type() == FileStore.Type.UNREADABLE
              || matcher.matches(PathText.path(file.path()))) {
            visitor.visit(named(file, file.path(), lastOf(folder)));
          }
        });
  }

  private static PathMatcher matcher(String glob, String pattern) throws NoSuchFileException {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new NoSuchFileException(glob, null, "no file, and no glob: " + e.getDescription());
    }
  }

  private SourceItem named(FileStore.Found file, String name, String folder) {
    Kind plain = plainKind(file);
    Kind kind = plain == Kind.FILE ? Kind.of(name) : plain;
    if (kind == plain) {
      return item(file, kind, name, folder);
    }
    String bare = name.replaceFirst("(?i)\\.(tar|tar\\.gz|tgz|tar\\.zst|tzst|zip)$", "");
    return item(file, kind, bare, lastOf(bare));
  }

  private SourceItem item(FileStore.Found file, Kind kind, String name, String folder) {
    return new SourceItem(
        file.location(),
        kind,
        name,
        stream == null ? folder : stream,
        file.length(),
        file.modified());
  }

  private static Kind plainKind(FileStore.Found file) {
    return switch (file.type()) {
      case FILE -> Kind.FILE;
      case FOLDER, UNREADABLE -> Kind.UNREADABLE;
      case SPECIAL -> Kind.SPECIAL;
    };
  }

  private static int firstWildcard(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      if (WILDCARDS.indexOf(glob.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String folderOf(String path) {
    return lastOf(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
  }

  /** Where a source is, and what lies there; nothing does where a glob is. */
  private record Place(FileStore store, String location, FileStore.Found found) {

    static Place of(String source) throws IOException {
      FileStore store = FileStore.of(source);
      try {
        String location =
            store instanceof LocalFileStore
                ? PathText.of(PathText.path(source).toAbsolutePath().normalize())
                : source.replaceAll("(?<=[^/:])/+$", "");
        return new Place(store, location, store.at(location));
      } catch (IllegalArgumentException noName) {
        throw new NoSuchFileException(source, null, noName.getMessage());
      }
    }

    boolean isFolder() {
      return found != null && found.type() == FileStore.Type.FOLDER;
    }
  }
}
