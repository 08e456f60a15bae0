package io.ardmstream.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.SampleLayout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records of a group know the one before them, and no other. */
class GroupPlaceTest {
  private static final byte[] FIRST = container(Optional.of(GroupPlace.FIRST), 1);

  @Test
  void theNextPlaceNamesTheRecordBefore() {
    GroupPlace second = GroupPlace.FIRST.after(FIRST);

    assertThat(second.place()).isEqualTo(1);
    assertThat(second.follows(FIRST)).isTrue();
    assertThat(second.leans()).isTrue();
  }

  @Test
  void aFirstRecordFollowsNone() {
    assertThat(GroupPlace.FIRST.leans()).isFalse();
    assertThat(GroupPlace.FIRST.follows(FIRST)).isFalse();
  }

  @Test
  void anotherRecordAtTheRightPlaceIsNotTheOneBefore() {
    byte[] other = container(Optional.of(GroupPlace.FIRST), 2);

    assertThat(GroupPlace.FIRST.after(FIRST).follows(other)).isFalse();
  }

  @Test
  void theRightRecordAtAnotherPlaceIsNotTheOneBefore() {
    GroupPlace third = new GroupPlace(2, ContainerReader.footer(FIRST));

    assertThat(third.follows(FIRST)).isFalse();
  }

  @Test
  void aRecordThatStandsAloneIsNotTheOneBefore() {
    byte[] alone = container(Optional.empty(), 1);

    assertThat(GroupPlace.of(alone)).isEmpty();
    assertThat(new GroupPlace(1, ContainerReader.footer(alone)).follows(alone)).isFalse();
  }

  @Test
  void theFooterIsTheEndOfTheContainer() {
    int length = FIRST.length;
    int last =
        (FIRST[length - 4] & 0xFF) << 24
            | (FIRST[length - 3] & 0xFF) << 16
            | (FIRST[length - 2] & 0xFF) << 8
            | FIRST[length - 1] & 0xFF;

    assertThat(ContainerReader.footer(FIRST)).isIn(last, Integer.reverseBytes(last)).isNotZero();
  }

  @Test
  void whatIsDamagedNamesNoPlace() {
    byte[] damaged = FIRST.clone();
    damaged[damaged.length - 5] ^= 1;

    assertThat(GroupPlace.of(FIRST)).contains(GroupPlace.FIRST);
    assertThat(GroupPlace.of(damaged)).isEmpty();
    assertThat(GroupPlace.of(new byte[0])).isEmpty();
  }

  @Test
  void placesHaveBounds() {
    assertThat(new GroupPlace(GroupPlace.MOST, 5).place()).isEqualTo(GroupPlace.MOST);
    assertThatIllegalArgumentException().isThrownBy(() -> new GroupPlace(GroupPlace.MOST + 1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new GroupPlace(-1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new GroupPlace(0, 5));
  }

  private static byte[] container(Optional<GroupPlace> group, int checksum) {
    BlockGrid grid = new BlockGrid(SampleLayout.image(4, 4, 1, 8), 1, 1);
    Header header =
        new Header(
            FileFormat.PNM,
            Fidelity.BYTES,
            grid,
            Optional.empty(),
            checksum,
            new byte[] {1},
            group,
            false);
    BlockPayload block = new BlockPayload(BlockMode.STORED, checksum, new byte[16]);
    return ContainerWriter.write(header, List.of(block));
  }
}
