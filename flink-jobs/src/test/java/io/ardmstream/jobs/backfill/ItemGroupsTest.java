package io.ardmstream.jobs.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.backfill.source.SourceItem;
import io.ardmstream.jobs.backfill.source.SourceItem.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemGroupsTest {

  @Test
  void filesAreGroupsOfTheirOwn() {
    ItemGroups groups = noted();
    assertThat(groups.of(item(Kind.FILE, "a/x"))).isNotEqualTo(groups.of(item(Kind.FILE, "a/y")));
  }

  @Test
  void containersOfOneNameAreOneGroup() {
    ItemGroups groups = noted(item(Kind.TAR, "a"), item(Kind.ZIP, "a"));
    assertThat(groups.of(item(Kind.TAR, "a"))).isEqualTo(groups.of(item(Kind.ZIP, "a")));
  }

  @Test
  void aContainerAndTheFolderOfItsNameAreOneGroup() {
    ItemGroups groups = noted(item(Kind.TAR, "a/b"), item(Kind.ZIP, "a"));
    List<String> group =
        List.of(
            groups.of(item(Kind.ZIP, "a")),
            groups.of(item(Kind.TAR, "a/b")),
            groups.of(item(Kind.FILE, "a/x")),
            groups.of(item(Kind.FILE, "a/b/c/x")));
    assertThat(group).containsOnly("a");
    assertThat(groups.of(item(Kind.FILE, "ab/x"))).isEqualTo("ab/x");
  }

  private static ItemGroups noted(SourceItem... items) {
    ItemGroups groups = new ItemGroups(false);
    List.of(items).forEach(groups::note);
    return groups;
  }

  private static SourceItem item(Kind kind, String name) {
    return new SourceItem("/" + name, kind, name, "s", 0, 0);
  }
}
