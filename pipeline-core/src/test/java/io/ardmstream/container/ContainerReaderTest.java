package io.ardmstream.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.NewerFormatException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ContainerReaderTest {
  private static final Limits LIMITS =
      Limits.defaults().withSamplesPerContainerByte(Integer.MAX_VALUE);
  private static final ModelTag TAG = new ModelTag("00112233aaff");

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whatWasWrittenIsRead(
      @ForAll FileFormat type,
      @ForAll Fidelity fidelity,
      @ForAll @IntRange(min = 1, max = 65536) int width,
      @ForAll @IntRange(min = 1, max = 14) int height,
      @ForAll @IntRange(min = 1, max = 255) int channels,
      @ForAll @IntRange(min = 1, max = 31) int depth,
      @ForAll boolean signed,
      @ForAll @IntRange(min = 1, max = 5) int columns,
      @ForAll byte[] foreign) {
    int rows = type.kind() == Modality.IMAGE ? height : 1;
    var layout = new SampleLayout(type.kind(), width, rows, channels, depth, signed);
    BlockGrid grid = new BlockGrid(layout, Math.min(columns, width), 1);
    boolean modelled = channels % 2 == 0;
    List<BlockPayload> blocks = blocks(grid.count(), modelled);
    Optional<ModelTag> tag = modelled ? Optional.of(TAG) : Optional.empty();
    boolean cutSound = type.kind() == Modality.AUDIO && grid.count() > 1;
    boolean tooLarge = layout.samples() > GroupPlace.MOST_SAMPLES;
    boolean cutJpeg = type == FileFormat.JPEG && grid.count() > 1;
    boolean alone = height % 3 == 0 || tooLarge || cutSound || cutJpeg;
    Optional<GroupPlace> group =
        alone ? Optional.empty() : Optional.of(new GroupPlace(width - 1, width - 1));
    boolean ranked = alone && layout.kind() == Modality.IMAGE && width % 2 == 0;
    int checksum = depth * 0x1234567;
    Header header = new Header(type, fidelity, grid, tag, checksum, foreign, group, ranked);

    Container read = open(ContainerWriter.write(header, blocks));

    assertThat(read.header()).usingRecursiveComparison().isEqualTo(header);
    assertThat(read.whole()).isTrue();
    int versionAlone = ranked ? 7 : 1;
    assertThat(read.version()).isEqualTo(group.isPresent() ? versionInGroup(type) : versionAlone);
    assertThat(ContainerReader.groupPlace(read.bytes())).isEqualTo(group);
    for (int i = 0; i < blocks.size(); i++) {
      assertThat(read.entries().get(i).mode()).isEqualTo(blocks.get(i).mode());
      assertThat(read.payload(i)).isEqualTo(blocks.get(i).payload());
    }
  }

  private static int versionInGroup(FileFormat type) {
    if (type == FileFormat.JPEG) {
      return 5;
    }
    return type.kind() == Modality.AUDIO ? 6 : 4;
  }

  private static List<BlockPayload> blocks(int count, boolean modelled) {
    List<BlockPayload> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BlockMode mode = modelled ? BlockMode.ARDM : BlockMode.of(i % 3);
      blocks.add(new BlockPayload(mode, i * 77, new byte[i * 50]));
    }
    return blocks;
  }

  @Example
  void aNewerVersionIsNamed() {
    byte[] newer = sealed(0xAD, 'R', 'M', 0x80, 1, 2, 3);

    assertThatThrownBy(() -> open(newer))
        .isInstanceOf(NewerFormatException.class)
        .hasMessageContaining("version 8")
        .hasMessageContaining("up to version 7");
  }

  @Example
  void groupsOfSoundHaveNothingElse() {
    int[] sound = {0xAD, 'R', 'M', 0x60, 0, 0x10, 0xBD, 2, 0, 0, 0, 0, 9, 9};
    int[] picture = {0xAD, 'R', 'M', 0x60, 0, 0x30, 0x1D, 2, 2, 0, 0, 0, 0, 9, 9};

    assertThat(open(sealed(sound)).isSoundInGroup()).isTrue();
    assertThatThrownBy(() -> open(sealed(picture)))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("not one block of sound");
  }

  /** Each block would begin with tables of 12 MB, for six bytes. */
  @Example
  void groupsOfJpegFilesHaveNothingElse() {
    int[] jpeg = {0xAD, 'R', 'M', 0x58, 0, 0x80, 0x1D, 2, 0, 0, 0, 0, 6};
    int[] bytes = jpeg.clone();
    bytes[5] = 0x70;
    int[] two = {
      0xAD, 'R', 'M', 0x52, 0, 0x80, 0x1D, 2, 2, 0, 0, 0, 0, 6, 0, 0, 0, 0, 6, 0, 0, 0, 0
    };

    assertThat(open(sealed(jpeg)).isJpegInGroup()).isTrue();
    for (int[] other : List.of(bytes, two)) {
      assertThatThrownBy(() -> open(sealed(other)))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("not one block of one");
    }
  }

  @Example
  void picturesAloneHaveRanksForSamples() {
    int[] picture = {0xAD, 'R', 'M', 0x70, 0x30, 0x1D, 2, 2, 0, 0, 0, 0, 9, 9};
    int[] sound = {0xAD, 'R', 'M', 0x70, 0x10, 0xBD, 2, 0, 0, 0, 0, 9, 9};

    assertThat(open(sealed(picture)).header().ranked()).isTrue();
    assertThat(ContainerReader.groupPlace(sealed(picture))).isEmpty();
    assertThatThrownBy(() -> open(sealed(sound)))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("has ranks");
  }

  @Example
  void groupsAreReadByTheRulesTheyWereWrittenBy() {
    int[] first = {0xAD, 'R', 'M', 0x24, 1, 7, 0, 0, 0, 0x30, 0x1D, 2, 2, 0, 0, 0, 0, 9, 9};
    int[] second = first.clone();
    second[3] = 0x34;
    int[] third = first.clone();
    third[3] = 0x44;

    assertThat(open(sealed(first)).rules()).isEqualTo(LeaningRules.FIRST);
    assertThat(open(sealed(second)).rules()).isEqualTo(LeaningRules.SECOND);
    assertThat(open(sealed(third)).rules()).isEqualTo(LeaningRules.THIRD);
    assertThat(ContainerReader.groupPlace(sealed(first))).contains(new GroupPlace(1, 7));
  }

  @Example
  void aDamagedVersionIsDamageAndNotNewer() {
    byte[] damaged = sealed(0xAD, 'R', 'M', 0x10, 1, 2, 3);
    damaged[3] = 0x50;

    assertThatThrownBy(() -> open(damaged)).isInstanceOf(CorruptDataException.class);
  }

  @Example
  void aBombIsRefusedBeforeItTakesMemory() {
    byte[] bomb =
        sealed(0xAD, 'R', 'M', 0x14, 0x30, 0x1D, 0xC0, 0x84, 0x3D, 0xC0, 0x84, 0x3D, 0, 0, 0, 0, 1);

    assertThatThrownBy(() -> open(bomb))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("1000000 x 1000000");
  }

  @Example
  void aRecordOfAGroupIsNotLargerThanItsHistoryMayBe() {
    byte[] large =
        sealed(0xAD, 'R', 'M', 0x20, 0, 0x30, 0x1D, 0x80, 0x10, 0x81, 0x10, 1, 2, 3, 4, 5, 6);

    assertThatThrownBy(() -> open(large))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("too many samples");
  }

  @Example
  void aRecordOfAGroupMayBeAsLargeAsItsHistory() {
    byte[] largest =
        sealed(0xAD, 'R', 'M', 0x20, 0, 0x30, 0x1D, 0x80, 0x10, 0x80, 0x10, 1, 2, 3, 4, 5, 6);

    assertThat(open(largest).header().grid().layout().samples()).isEqualTo(GroupPlace.MOST_SAMPLES);
  }

  @Example
  void aPlaceBeyondTheLastIsDamage() {
    byte[] beyond =
        sealed(0xAD, 'R', 'M', 0x20, 0x80, 0x80, 4, 0, 0, 0, 7, 0x30, 0x1D, 2, 2, 1, 2, 3, 4, 5);

    assertThat(ContainerReader.groupPlace(beyond)).isEmpty();
    assertThatThrownBy(() -> open(beyond))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("no such place in a group");
  }

  @Example
  void whatIsShorterThanAMarkIsNoContainer() {
    assertThat(ContainerReader.recognises(new byte[] {(byte) 0xAD, 'R'})).isFalse();
    assertThat(ContainerReader.recognises(new byte[] {(byte) 0xAD, 'R', 'M'})).isTrue();
    assertThat(ContainerReader.groupPlace(new byte[] {(byte) 0xAD, 'R', 'M'})).isEmpty();
    assertThatThrownBy(() -> open(new byte[] {(byte) 0xAD, 'R', 'M', 0x14}))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("ends inside its header");
  }

  @Example
  void aGridOfMoreBlocksThanTheIndexHasRoomForIsDamage() {
    byte[] crowded =
        sealed(0xAD, 'R', 'M', 0x12, 0x30, 0x1D, 0xC0, 0x3E, 1, 0xC0, 0x3E, 1, 0, 0, 0, 0, 1, 2);

    assertThatThrownBy(() -> open(crowded))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("grid of blocks");
  }

  @Example
  void whatIsNoContainerIsNotTakenForOne() {
    byte[] text = "no container at all".getBytes(StandardCharsets.US_ASCII);

    assertThat(ContainerReader.recognises(text)).isFalse();
    assertThat(ContainerReader.recognises(sealed(0xAD, 'R', 'M', 0x99))).isTrue();
    assertThatThrownBy(() -> open(text))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("no container");
  }

  private static Container open(byte[] bytes) {
    return ContainerReader.open(bytes, LIMITS);
  }

  /** The bytes and their checksum. */
  private static byte[] sealed(int... values) {
    ByteWriter writer = new ByteWriter();
    for (int value : values) {
      writer.u8(value);
    }
    return writer.checksum().toBytes();
  }
}
