package io.ardmstream.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.cli.files.FileGroups.Sized;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FileGroupsTest {
  @Property
  void keepOrderAndFitTheLimitUnlessOneFileAloneExceedsIt(
      @ForAll List<@IntRange(max = 200) Integer> sizes) {
    List<Sized<Integer>> files = sizes.stream().map(size -> new Sized<>(size, size)).toList();

    List<List<Integer>> groups = FileGroups.of(files, 100);

    assertThat(groups.stream().flatMap(List::stream).toList()).isEqualTo(sizes);
    assertThat(groups)
        .allSatisfy(
            group ->
                assertThat(group.size() == 1 || group.stream().mapToInt(i -> i).sum() <= 100)
                    .isTrue());
  }

  @Property
  void neighboursThatFitTogetherAreTogether(@ForAll List<@IntRange(max = 200) Integer> sizes) {
    List<Sized<Integer>> files = sizes.stream().map(size -> new Sized<>(size, size)).toList();

    List<List<Integer>> groups = FileGroups.of(files, 100);

    for (int i = 1; i < groups.size(); i++) {
      int before = groups.get(i - 1).stream().mapToInt(size -> size).sum();
      assertThat(before + groups.get(i).get(0)).isGreaterThan(100);
    }
  }
}
