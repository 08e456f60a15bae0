package io.ardmstream.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockMode;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.SampleLayout;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkBudgetTest {
  private static final SampleLayout HUGE = SampleLayout.image(16_384, 16_384, 1, 8);
  private static final SampleLayout BYTES = SampleLayout.opaque(1 << 28);

  @Test
  void fewBytesOfTheClassicCoderMayNotClaimManySamples() {
    assertRefused(container(HUGE, BlockMode.CLASSIC, 5));
    assertRefused(container(BYTES, BlockMode.CLASSIC, 5));
    assertAllowed(container(SampleLayout.image(4096, 4096, 1, 8), BlockMode.CLASSIC, 5));
  }

  @Test
  void fewBytesOfAModelMayClaimFarFewerSamples() {
    assertRefused(container(SampleLayout.image(1024, 1024, 1, 8), BlockMode.ARDM, 5));
    assertAllowed(container(SampleLayout.image(256, 256, 1, 8), BlockMode.ARDM, 5));
    assertAllowed(container(SampleLayout.image(1024, 1024, 1, 8), BlockMode.ARDM, 256));
  }

  @Test
  void samplesThatTakeNoWorkDoNotCount() {
    assertAllowed(container(HUGE, BlockMode.CONSTANT, 1));
  }

  @Test
  void whoTrustsTheInputMayRaiseTheLimit() {
    byte[] container = container(HUGE, BlockMode.CLASSIC, 5);
    Limits raised = Limits.defaults().withSamplesPerContainerByte(1 << 24);
    assertThat(ContainerReader.open(container, raised).header().grid().layout()).isEqualTo(HUGE);
  }

  @Test
  void aHugeDrawingOfNextToNothingIsFilledUpToWhatReadersAllow() {
    BlockGrid grid = new BlockGrid(HUGE, 2, 2);
    List<BlockPayload> blocks =
        List.of(
            new BlockPayload(BlockMode.CLASSIC, 1, new byte[] {2, 5}),
            new BlockPayload(BlockMode.CLASSIC, 2, new byte[] {2, 6}),
            new BlockPayload(BlockMode.CLASSIC, 3, new byte[] {2, 7}),
            new BlockPayload(BlockMode.CONSTANT, 4, new byte[] {9}));
    List<BlockPayload> filled = ContainerWriter.fillUp(grid, blocks);
    byte[] container = ContainerWriter.write(header(grid, BlockMode.CLASSIC), filled);
    Container read = ContainerReader.open(container, Limits.defaults());
    assertThat(read.payload(1)).containsExactly(2, 6);
    assertThat(read.payload(2)).startsWith(2, 7, 0).hasSizeLessThan(1 << 16);
    assertThat(read.payload(3)).containsExactly(9);
  }

  @Test
  void ordinaryBlocksAreLeftAlone() {
    BlockGrid grid = new BlockGrid(SampleLayout.image(64, 64, 3, 8), 1, 1);
    List<BlockPayload> blocks = List.of(new BlockPayload(BlockMode.CLASSIC, 1, new byte[] {2, 5}));
    assertThat(ContainerWriter.fillUp(grid, blocks)).isSameAs(blocks);
  }

  @Test
  void theLimitIsExact() {
    assertThat(new WorkBudget(4096, 0, 0).leastBytes(4096)).isEqualTo(1);
    assertThat(new WorkBudget(4097, 0, 0).leastBytes(4096)).isEqualTo(2);
    assertThat(new WorkBudget(8192, 0, 0).leastBytes(4096)).isEqualTo(2);
    assertThat(new WorkBudget(0, Limits.FREE_SAMPLES, 0).leastBytes(4096)).isZero();
    assertThat(new WorkBudget(0, Limits.FREE_SAMPLES + 1, 0).leastBytes(4096)).isEqualTo(1);
    new WorkBudget(8192, 0, 0).check(2, 4096);
    assertThatThrownBy(() -> new WorkBudget(8193, 0, 0).check(2, 4096))
        .hasMessageContaining("2 bytes with 8193 coded samples");
    assertThatThrownBy(() -> new WorkBudget(1, 1L << 40, 0).check(2, 4096))
        .hasMessageContaining(((1L << 40) + 1) + " coded samples");
  }

  @Test
  void opaqueBytesOfTheClassicCoderCountHalf() {
    BlockGrid grid = new BlockGrid(SampleLayout.opaque(1 << 20), 1, 1);
    BlockPayload block = new BlockPayload(BlockMode.CLASSIC, 1, new byte[2]);
    BlockPayload stored = new BlockPayload(BlockMode.STORED, 1, new byte[2]);

    assertThat(WorkBudget.of(grid, List.of(block)).classic()).isEqualTo(1 << 19);
    assertThat(WorkBudget.of(grid, List.of(stored)).classic()).isZero();
  }

  /** Each may have 512 coefficients for a byte: a few are as much work as all that is free. */
  @Test
  void jpegFilesCountMoreWhereThereAreSeveral() {
    BlockPayload jpeg = new BlockPayload(BlockMode.CLASSIC, 1, new byte[] {4, 0});
    BlockPayload other = new BlockPayload(BlockMode.CLASSIC, 1, new byte[] {0, 4});
    BlockPayload empty = new BlockPayload(BlockMode.CLASSIC, 1, new byte[0]);
    BlockGrid one = new BlockGrid(SampleLayout.opaque(1 << 20), 1, 1);
    BlockGrid several = new BlockGrid(SampleLayout.opaque(3 << 20), 3, 1);

    assertThat(WorkBudget.of(one, List.of(jpeg)).classic()).isEqualTo(1 << 19);
    assertThat(WorkBudget.of(several, List.of(jpeg, other, empty)).classic())
        .isEqualTo((16 << 20) + (1 << 20));
    byte[] container =
        ContainerWriter.write(header(several, BlockMode.CLASSIC), List.of(jpeg, jpeg, jpeg));
    assertRefused(container);
    List<BlockPayload> filled = ContainerWriter.fillUp(several, List.of(jpeg, jpeg, jpeg));
    assertAllowed(ContainerWriter.write(header(several, BlockMode.CLASSIC), filled));
  }

  /** What each of them leaves for those after it takes some 2.5 MB, be it of one pixel. */
  @Test
  void blocksOfAModelInAGroupTakeMemoryHoweverSmallTheyAre() {
    assertAllowed(inGroup(GroupPlace.MOST_BLOCKS, BlockMode.ARDM, 0));
    assertRefused(inGroup(100, BlockMode.ARDM, 0));
    assertAllowed(inGroup(100, BlockMode.ARDM, 64));
    assertAllowed(inGroup(100, BlockMode.STORED, 1));
    assertThat(new WorkBudget(0, 0, Limits.FREE_SAMPLES + 4097).leastBytes(4096)).isEqualTo(2);
    assertThatThrownBy(() -> new WorkBudget(1, 1, 1L << 40).check(2, 4096))
        .hasMessageContaining((1L << 40) + " coded samples");
  }

  private static byte[] inGroup(int blocks, BlockMode mode, int payload) {
    BlockGrid grid = new BlockGrid(SampleLayout.image(blocks, 2, 1, 8), blocks, 1);
    Header alone = header(grid, BlockMode.ARDM);
    Header grouped =
        new Header(
            alone.type(),
            alone.fidelity(),
            grid,
            alone.model(),
            0,
            alone.foreign(),
            Optional.of(GroupPlace.FIRST),
            false);
    BlockPayload block = new BlockPayload(mode, 7, new byte[payload]);
    return ContainerWriter.write(grouped, Collections.nCopies(blocks, block));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4096, 4097, 100_000, 1 << 20, (1 << 20) + 1, 1L << 30})
  void aPayloadIsFilledUpJustAsFarAsItHasTo(long samples) {
    for (int length : new int[] {1, 2, 20, 240, 256, 300}) {
      byte[] payload = new byte[length];
      byte[] filled = ContainerWriter.fillUp(payload, samples);

      assertThat(ContainerWriter.suffices(filled.length, samples)).isTrue();
      if (ContainerWriter.suffices(length, samples)) {
        assertThat(filled).isSameAs(payload);
      } else {
        assertThat(ContainerWriter.suffices(filled.length - 1, samples)).isFalse();
      }
    }
  }

  private static byte[] container(SampleLayout layout, BlockMode mode, int payload) {
    BlockPayload block = new BlockPayload(mode, 7, new byte[payload]);
    return ContainerWriter.write(header(new BlockGrid(layout, 1, 1), mode), List.of(block));
  }

  private static Header header(BlockGrid grid, BlockMode mode) {
    FileFormat type = grid.layout().height() == 1 ? FileFormat.OPAQUE : FileFormat.PNM;
    Optional<ModelTag> model =
        mode == BlockMode.ARDM ? Optional.of(new ModelTag("00112233aaff")) : Optional.empty();
    return new Header(type, Fidelity.BYTES, grid, model, 0, new byte[1]);
  }

  private static void assertAllowed(byte[] container) {
    assertThat(ContainerReader.open(container, Limits.defaults()).whole()).isTrue();
  }

  private static void assertRefused(byte[] container) {
    assertThatThrownBy(() -> ContainerReader.open(container, Limits.defaults()))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("beyond the limit of 4096 for each byte");
  }
}
