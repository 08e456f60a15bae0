package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.container.BlockPayload;
import io.ardmstream.container.ContainerWriter;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.container.Header;
import io.ardmstream.container.ModelTag;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.failure.UnknownModelException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.SampleLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records that somebody has put together: all their checksums hold, those of the samples, too, if
 * what could not be decoded were zeros. None of them may be told as intact.
 */
class ForgedRecordsTest {
  private static final int LENGTH = 6;
  private static final int STORED = 7;

  @Test
  void whatAModelReallyDecodesIsIntact() {
    for (byte[] record : List.of(alone(BlockMode.ARDM), inGroup(BlockMode.ARDM))) {
      try (Codec codec = codec(new OddModel(true, false))) {
        assertThat(decode(codec, record).orThrow().bytes()).containsOnly(0).hasSize(LENGTH);
      }
    }
  }

  @Test
  void aModelThatFailsOrDoesNotCoverBlocksLosesThem() {
    for (byte[] record : List.of(alone(BlockMode.ARDM), inGroup(BlockMode.ARDM))) {
      assertRefused(new OddModel(true, true), record, "a defect");
      assertRefused(new OddModel(false, false), record, "model does not code such blocks");
    }
  }

  @Test
  void aModelThatIsNotAtHandLosesItsBlocks() {
    for (byte[] record : List.of(alone(BlockMode.ARDM), inGroup(BlockMode.ARDM))) {
      try (Codec codec = Codec.builder().build()) {
        assertThatThrownBy(() -> decode(codec, record).orThrow())
            .isInstanceOf(UnknownModelException.class)
            .hasMessageContaining("0123456789ab");
        assertThatThrownBy(() -> codec.streamDecoder().survey(record))
            .isInstanceOf(UnknownModelException.class);
      }
    }
  }

  @Test
  void aSurveyIsOfBlocksThatTheModelCovers() {
    byte[] record = alone(BlockMode.ARDM);
    try (Codec codec = codec(new OddModel(true, false));
        Codec other = codec(new OddModel(false, false))) {
      assertThat(codec.survey(record).bits()).hasSize(LENGTH);
      assertThatThrownBy(() -> other.survey(record))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("model does not code such blocks");
    }
  }

  /** A group may hold blocks that lean on nothing. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recordsOfAGroupAreAlike(boolean atOnce) {
    List<byte[]> records = new ArrayList<>();
    GroupPlace place = GroupPlace.FIRST;
    for (int length : new int[] {LENGTH, LENGTH, LENGTH + 1, LENGTH + 1}) {
      byte[] record = record(length, BlockMode.STORED, Optional.of(place), 0);
      records.add(record);
      place = place.after(record);
    }
    try (Codec codec = Codec.builder().build()) {
      List<Decoding> decoded = decodeGroup(codec, records, atOnce);

      for (int i = 0; i < 2; i++) {
        assertThat(decoded.get(i).orThrow().bytes()).containsOnly(STORED).hasSize(LENGTH);
      }
      assertThatThrownBy(() -> decoded.get(2).orThrow())
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("different shapes, models or versions");
      assertThatThrownBy(() -> decoded.get(3).orThrow())
          .isInstanceOf(MissingRecordsException.class)
          .hasMessageContaining("one of them is damaged");
    }
  }

  @Test
  void aRecordOfAnotherPlaceHasNoPredecessor() {
    byte[] first = record(LENGTH, BlockMode.STORED, Optional.of(GroupPlace.FIRST), 0);
    GroupPlace third = new GroupPlace(2, GroupPlace.FIRST.after(first).predecessor());
    byte[] forged = record(LENGTH, BlockMode.STORED, Optional.of(third), 0);
    try (Codec codec = Codec.builder().build()) {
      assertThatThrownBy(() -> codec.decode(List.of(first, forged)).get(1).orThrow())
          .isInstanceOf(MissingRecordsException.class)
          .hasMessageContaining("is not at hand");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatLeansOnADamagedRecordIsRefusedEachTime(boolean atOnce) {
    byte[] first = record(LENGTH, BlockMode.STORED, Optional.of(GroupPlace.FIRST), 1);
    GroupPlace second = GroupPlace.FIRST.after(first);
    byte[] next = record(LENGTH, BlockMode.STORED, Optional.of(second), 0);
    try (Codec codec = Codec.builder().build()) {
      StreamDecoder stream = codec.streamDecoder();
      for (int time = 0; time < 3; time++) {
        List<Decoding> decoded = decodeGroup(stream, List.of(first, next), atOnce);
        assertThatThrownBy(() -> decoded.get(0).orThrow())
            .isInstanceOf(CorruptDataException.class)
            .hasMessageContaining("checksum of the decoded record");
        assertThatThrownBy(() -> decoded.get(1).orThrow())
            .isInstanceOf(MissingRecordsException.class)
            .hasMessageContaining("one of them is damaged");
      }
      assertThatThrownBy(() -> stream.survey(next)).isInstanceOf(CorruptDataException.class);
    }
  }

  @Test
  void aContainerThatEndsInsideABlockLosesThatBlock() {
    BlockGrid grid = new BlockGrid(SampleLayout.opaque(2 * LENGTH), 2, 1);
    int checksum = StoredSamples.checksum(new int[1][LENGTH], 8);
    BlockPayload block = new BlockPayload(BlockMode.STORED, checksum, new byte[LENGTH]);
    Header header = header(grid, Optional.empty(), Optional.empty(), 0, 0);
    byte[] whole = ContainerWriter.write(header, List.of(block, block));
    byte[] cut = Arrays.copyOf(whole, whole.length - 5);
    try (Codec codec = Codec.builder().build()) {
      assertThat(decode(codec, whole).orThrow().bytes()).hasSize(2 * LENGTH);
      assertThatThrownBy(() -> decode(codec, cut).orThrow())
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("ends inside a block");
      assertThatThrownBy(() -> codec.survey(cut))
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("ends inside a block");
      assertThat(codec.salvage(cut).lost()).extracting(LostBlock::index).containsExactly(1);
      assertThat(codec.salvage(whole).lost()).isEmpty();
    }
  }

  private static void assertRefused(BlockModel model, byte[] record, String why) {
    try (Codec codec = codec(model)) {
      assertThatThrownBy(() -> decode(codec, record).orThrow())
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining(why);
    }
  }

  private static List<Decoding> decodeGroup(Codec codec, List<byte[]> records, boolean atOnce) {
    return decodeGroup(codec.streamDecoder(), records, atOnce);
  }

  private static List<Decoding> decodeGroup(
      StreamDecoder stream, List<byte[]> records, boolean atOnce) {
    if (atOnce) {
      return stream.decode(records);
    }
    return records.stream().map(record -> stream.decode(List.of(record)).get(0)).toList();
  }

  private static Decoding decode(Codec codec, byte[] record) {
    return codec.decode(List.of(record)).get(0);
  }

  private static Codec codec(BlockModel model) {
    return Codec.builder().models(ModelRegistry.of(model)).build();
  }

  private static byte[] alone(BlockMode mode) {
    return record(LENGTH, mode, Optional.empty(), 0);
  }

  private static byte[] inGroup(BlockMode mode) {
    return record(LENGTH, mode, Optional.of(GroupPlace.FIRST), 0);
  }

  /** A record of zeros, or of sevens if it is stored. */
  private static byte[] record(
      int length, BlockMode mode, Optional<GroupPlace> place, int checksumOff) {
    BlockGrid grid = new BlockGrid(SampleLayout.opaque(length), 1, 1);
    Optional<ModelTag> model =
        mode == BlockMode.ARDM ? Optional.of(ModelTag.of(ResidualModel.ID)) : Optional.empty();
    int fill = mode == BlockMode.STORED ? STORED : 0;
    byte[] payload = new byte[length];
    Arrays.fill(payload, (byte) fill);
    BlockPayload block = new BlockPayload(mode, 0, payload);
    return ContainerWriter.write(header(grid, model, place, fill, checksumOff), List.of(block));
  }

  private static Header header(
      BlockGrid grid,
      Optional<ModelTag> model,
      Optional<GroupPlace> place,
      int fill,
      int checksumOff) {
    int[][] samples = new int[1][grid.layout().width()];
    Arrays.fill(samples[0], fill);
    int checksum = RawChecksum.of(Fidelity.SAMPLES, new byte[0], samples, 8) + checksumOff;
    return new Header(
        FileFormat.OPAQUE, Fidelity.SAMPLES, grid, model, checksum, new byte[0], place, false);
  }
}
