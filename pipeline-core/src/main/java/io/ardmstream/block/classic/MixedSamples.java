package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.MediaKind;
import java.util.Optional;

/**
 * Images and audio, sample by sample, predicted and with bits mixed from contexts. One byte of
 * flags (1: ranks of a value set instead of values; 2: relative colours), then the coded bits: the
 * value set if there is one, then the samples.
 */
final class MixedSamples implements Variant {
  private static final int RANKS = 1;
  private static final int RELATIVE = 2;

  @Override
  public Optional<byte[]> encode(Block block) {
    BlockLayout layout = block.layout();
    if (layout.kind() == MediaKind.OPAQUE) {
      return Optional.empty();
    }
    Optional<ValueSet> set = ValueSet.sparse(block);
    int[][] planes = set.map(s -> s.toRanks(block.planes())).orElseGet(block::planes);
    boolean relative =
        layout.kind() == MediaKind.IMAGE && RelativeColours.pay(planes, layout.width());
    BitEncoder encoder = new BitEncoder();
    set.ifPresent(s -> s.encode(encoder));
    pass(planes, layout, set.map(ValueSet::ranks).orElse(range(layout)), relative, encoder);
    byte[] bits = encoder.finish();
    byte[] coded = new byte[bits.length + 1];
    coded[0] = (byte) ((set.isPresent() ? RANKS : 0) | (relative ? RELATIVE : 0));
    System.arraycopy(bits, 0, coded, 1, bits.length);
    return Optional.of(coded);
  }

  @Override
  public Block decode(BlockLayout layout, byte[] coded) {
    int flags = coded.length == 0 ? 0 : coded[0];
    boolean relative = (flags & RELATIVE) != 0;
    BitDecoder decoder = new BitDecoder(coded, 1);
    Block block = Block.blank(layout);
    if ((flags & RANKS) == 0) {
      pass(block.planes(), layout, range(layout), relative, decoder);
      return block;
    }
    ValueSet set = ValueSet.decode(decoder);
    pass(block.planes(), layout, set.ranks(), relative, decoder);
    return new Block(layout, set.toValues(block.planes(), range(layout)));
  }

  private static void pass(
      int[][] planes, BlockLayout layout, SampleRange range, boolean relative, BitPort port) {
    if (layout.kind() == MediaKind.IMAGE) {
      new ImagePass(planes, layout.width(), range, relative, port).run();
    } else {
      new AudioPass(planes, range, port).run();
    }
  }

  private static SampleRange range(BlockLayout layout) {
    return new SampleRange(layout.bitDepth(), layout.signed());
  }
}
