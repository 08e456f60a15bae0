package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.SampleRange;
import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.coder.binary.BinaryEncoder;
import java.util.Optional;

/**
 * Images and audio with bits mixed from contexts. One byte of flags (1: ranks of a value set
 * instead of values; others are the content's), then the coded bits: the value set if there is one,
 * then the samples.
 */
record MixedSamples(SampleCoding content) implements ClassicFormat {
  /** The samples are ranks. */
  static final int RANKS = 1;

  @Override
  public Optional<byte[]> encode(Block block) {
    if (!content.suits(block.layout())) {
      return Optional.empty();
    }
    Optional<OccurringValues> sparse = OccurringValues.sparse(block);
    byte[] coded = encode(block, sparse);
    Optional<OccurringValues> stretched =
        sparse.isEmpty() ? OccurringValues.stretched(block) : Optional.empty();
    if (stretched.isPresent()) {
      byte[] ranked = encode(block, stretched);
      return Optional.of(ranked.length < coded.length ? ranked : coded);
    }
    return Optional.of(coded);
  }

  private byte[] encode(Block block, Optional<OccurringValues> set) {
    BlockLayout layout = block.layout();
    int[][] planes = set.map(s -> s.toRanks(block.planes())).orElseGet(block::planes);
    int flags = content.survey(planes, layout);
    BinaryEncoder encoder = new BinaryEncoder();
    set.ifPresent(s -> s.encode(encoder));
    SampleRange range = set.map(OccurringValues::ranks).orElse(SampleRange.of(layout));
    content.pass(planes, layout, range, flags, encoder);
    int ranks = set.isPresent() ? RANKS : 0;
    return ClassicFormat.headed(flags | ranks, encoder.finish());
  }

  @Override
  public Block decode(BlockLayout layout, byte[] coded) {
    if (!content.suits(layout)) {
      throw new IllegalArgumentException("not a format of such blocks");
    }
    int flags = coded.length == 0 ? 0 : coded[0];
    BinaryDecoder decoder = new BinaryDecoder(coded, 1);
    Block block = Block.blank(layout);
    if ((flags & RANKS) == 0) {
      content.pass(block.planes(), layout, SampleRange.of(layout), flags, decoder);
      return block;
    }
    OccurringValues set = OccurringValues.decode(decoder, layout.samples());
    content.pass(block.planes(), layout, set.ranks(), flags, decoder);
    return new Block(layout, set.toValues(block.planes(), SampleRange.of(layout)));
  }
}
