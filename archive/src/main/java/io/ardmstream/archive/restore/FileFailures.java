package io.ardmstream.archive.restore;

import java.util.ArrayList;
import java.util.List;

/** Failures of files in the making of a report: all are counted, and the first are listed. */
public final class FileFailures {

  /** As many as a report lists. */
  public static final int LISTED = 1000;

  private final List<FileFailure> first = new ArrayList<>();
  private long count;

  /** Takes one more in. */
  public void add(FileFailure failure) {
    count++;
    if (first.size() < LISTED) {
      first.add(failure);
    }
  }

  /** Number of all. */
  public long count() {
    return count;
  }

  /** The first of them. */
  public List<FileFailure> first() {
    return List.copyOf(first);
  }
}
