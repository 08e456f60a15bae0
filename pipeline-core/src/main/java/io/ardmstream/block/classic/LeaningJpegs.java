package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.LeaningBlock;
import io.ardmstream.block.LeaningCoder;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.block.coefficient.Effort;
import io.ardmstream.block.coefficient.JpegSequence;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Modality;
import io.ardmstream.media.jpeg.JpegFile;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * JPEG files that lean on those before them: a number of classic payloads that only groups have.
 * Blocks are whole files, and their lengths may differ.
 */
public final class LeaningJpegs implements LeaningCoder {
  /** Its number in the payload, behind those of {@link ClassicCoder}. */
  static final int NUMBER = 6;

  private final Effort alone;

  /** A coder that compares with what takes little time. */
  public LeaningJpegs() {
    this(Effort.QUICK);
  }

  /**
   * A coder.
   *
   * @param alone how files are coded that stay alone
   */
  public LeaningJpegs(Effort alone) {
    this.alone = alone;
  }

  private record History(JpegSequence files) implements BlockHistory {}

  @Override
  public boolean leans(BlockLayout layout) {
    return layout.kind() == Modality.OPAQUE && layout.samples() > 0;
  }

  @Override
  public BlockHistory history(BlockLayout layout, LeaningRules rules) {
    return new History(new JpegSequence());
  }

  /** Each file side by side with itself alone, which tells what leaning brings. */
  @Override
  public List<LeaningBlock> encodeNext(List<BlockHistory> histories, List<Block> blocks) {
    return IntStream.range(0, blocks.size())
        .parallel()
        .mapToObj(i -> encodeNext(((History) histories.get(i)).files, blocks.get(i)))
        .toList();
  }

  private LeaningBlock encodeNext(JpegSequence sequence, Block block) {
    byte[] bytes = StoredSamples.pack(block.planes(), block.layout().bitDepth());
    boolean first = sequence.isEmpty();
    CompletableFuture<Integer> size =
        first
            ? CompletableFuture.completedFuture(0)
            : CompletableFuture.supplyAsync(() -> sizeAlone(block));
    JpegFile file = JpegFile.parse(bytes, JpegSequence.mostCoefficients(bytes.length));
    byte[] payload = ClassicFormat.headed(NUMBER, sequence.encodeNext(file));
    ModelledBlock coded = new ModelledBlock(payload, 8.0 * payload.length, new double[0]);
    return new LeaningBlock(coded, first ? payload.length : size.join());
  }

  private int sizeAlone(Block block) {
    return 1 + new RebuiltJpeg(alone).encode(block).orElseThrow().length;
  }

  @Override
  public List<Block> decodeNext(
      List<BlockHistory> histories, List<BlockLayout> layouts, List<byte[]> payloads) {
    return IntStream.range(0, payloads.size())
        .parallel()
        .mapToObj(
            i -> decodeNext(((History) histories.get(i)).files, layouts.get(i), payloads.get(i)))
        .toList();
  }

  private static Block decodeNext(JpegSequence sequence, BlockLayout layout, byte[] payload) {
    int length = Math.toIntExact(layout.storedBytes());
    try {
      byte[] coded = Arrays.copyOfRange(payload, 1, payload.length);
      byte[] bytes = sequence.decodeNext(coded, length).rebuild(length);
      return bytes.length == length ? StoredSamples.unpack(layout, bytes) : Block.blank(layout);
    } catch (CorruptDataException damage) {
      return Block.blank(layout);
    }
  }
}
