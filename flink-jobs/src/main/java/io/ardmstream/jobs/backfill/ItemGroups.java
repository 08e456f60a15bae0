package io.ardmstream.jobs.backfill;

import io.ardmstream.jobs.backfill.source.SourceItem;
import java.util.HashSet;
import java.util.Set;

/**
 * Which items may hold files of the same name, or files that lean on each other. Those of a group
 * have to be archived by one writer, which sees that the archive gets each name once.
 */
final class ItemGroups {

  private final Set<String> containers = new HashSet<>();
  private final boolean foldersTogether;

  /**
   * @param foldersTogether whether files of a folder lean on each other
   */
  ItemGroups(boolean foldersTogether) {
    this.foldersTogether = foldersTogether;
  }

  /** Call for every tar and zip file there is before any group is asked for; files do no harm. */
  void note(SourceItem item) {
    if (item.kind() == SourceItem.Kind.TAR || item.kind() == SourceItem.Kind.ZIP) {
      containers.add(item.name());
    }
  }

  /** A tar or zip file and all that lies in a folder of its name are one group. */
  String of(SourceItem item) {
    String name = item.name();
    for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
      String folder = name.substring(0, end);
      if (containers.contains(folder)) {
        return folder;
      }
    }
    return foldersTogether ? name.substring(0, name.lastIndexOf('/') + 1) : name;
  }
}
