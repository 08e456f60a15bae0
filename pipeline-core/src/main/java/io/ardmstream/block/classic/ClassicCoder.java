package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.classic.picture.LearntWeights;
import io.ardmstream.block.coefficient.Effort;
import io.ardmstream.block.turbo.TurboCoder;
import io.ardmstream.media.Modality;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Codes a block in one of a few small formats that suit it. */
public final class ClassicCoder {
  /** Share of repeated places from which on a model may be beaten. */
  private static final double HOPEFUL = 0.25;

  /** The same of small pictures, which have less time to repeat themselves. */
  private static final double SMALL_HOPEFUL = 0.1;

  /** Share of repeated places from which on no model will do better. */
  private static final double CERTAIN = 0.5;

  /** Bits of samples beyond which models have learnt little. */
  private static final int COMMON_DEPTH = 8;

  /** Channels of icons, whose samples below what is transparent models cannot foresee. */
  private static final int WITH_ALPHA = 4;

  private static final SmallPictures SMALL_PICTURES = new SmallPictures(LearntWeights.INSTANCE);

  /**
   * A format's place in this list is its number in the payload; the list only ever grows. Number 6
   * is that of {@link LeaningJpegs}, so that nothing else may have it.
   */
  private final List<ClassicFormat> formats;

  /** A coder that takes little time for JPEG files. */
  public ClassicCoder() {
    this(Effort.QUICK);
  }

  /**
   * A coder.
   *
   * @param effort for JPEG files; every coder decodes all
   */
  public ClassicCoder(Effort effort) {
    formats =
        List.of(
            new PackedLzma(),
            new MixedSamples(new PlainCoding()),
            new MixedSamples(new PictureCoding()),
            SMALL_PICTURES,
            new RebuiltJpeg(effort),
            new FastSamples());
  }

  /** What may be expected of a block: a cheap estimate, made from the samples alone. */
  public Hint hint(Block block) {
    double repeated = Repetition.of(block);
    if (repeated >= CERTAIN && block.layout().kind() == Modality.IMAGE) {
      return Hint.SURE;
    }
    double hopeful = SmallPictures.isSmall(block.layout()) ? SMALL_HOPEFUL : HOPEFUL;
    boolean fair =
        repeated >= hopeful
            || isUncommonImage(block)
            || isGappedSound(block)
            || ColourVariety.isLow(block);
    return fair ? Hint.FAIR : Hint.POOR;
  }

  /**
   * Whether a single quick attempt shows that trying everything is in vain.
   *
   * @param other what a model made of the block, in bytes
   */
  public boolean isBeaten(Block block, int other) {
    return SMALL_PICTURES.isBeaten(block, other);
  }

  /**
   * Whether a grey picture may be smaller by ranks of its values, as where its contrast was
   * stretched: by a little, so that it is no reason to keep others from leaning on it.
   */
  public boolean isStretchedGrey(Block block) {
    return OccurringValues.stretched(block).isPresent();
  }

  /** Whether a block lasts long enough to learn from it what a model knows from the start. */
  public boolean canCatchUp(BlockLayout layout) {
    return !SmallPictures.isSmall(layout);
  }

  /**
   * Whether values are missing between those of a sound, as if it had been made louder, but come
   * again and again: of a short sound in many bits hardly any value comes twice.
   */
  private static boolean isGappedSound(Block block) {
    BlockLayout layout = block.layout();
    return layout.kind() == Modality.AUDIO
        && OccurringValues.sparse(block).filter(values -> values.recur(layout)).isPresent();
  }

  private static boolean isUncommonImage(Block block) {
    BlockLayout layout = block.layout();
    return layout.kind() == Modality.IMAGE
        && (layout.bitDepth() > COMMON_DEPTH
            || layout.channels() > WITH_ALPHA
            || (SmallPictures.isSmall(layout)
                && (layout.channels() == WITH_ALPHA || SmallPictures.hasIdleChannel(block)))
            || OccurringValues.sparse(block).isPresent());
  }

  /**
   * The payload.
   *
   * @param block with at least one sample
   */
  public byte[] encode(Block block) {
    byte[] best = {};
    for (int number = formats.size() - 1; number >= 0; number--) {
      ClassicFormat variant = formats.get(number);
      Optional<byte[]> coded = variant.encode(block);
      if (coded.isPresent() && (best.length == 0 || coded.get().length + 1 < best.length)) {
        best = ClassicFormat.headed(number, coded.get());
      }
      if (coded.isPresent() && variant.isFinal()) {
        return best;
      }
    }
    throw new IllegalArgumentException("no format suits " + block);
  }

  /** The payload in the format that takes least time, if it suits the block. */
  public static Optional<byte[]> encodeFast(Block block) {
    return TurboCoder.encode(block).map(coded -> ClassicFormat.headed(FastSamples.NUMBER, coded));
  }

  /** Whether a payload is of a JPEG file that leans on those before it. */
  public static boolean leans(byte[] payload) {
    return payload.length > 0 && payload[0] == LeaningJpegs.NUMBER;
  }

  /** Whether a payload is of a JPEG file by its coefficients. */
  public static boolean isRebuilt(byte[] payload) {
    return payload[0] == RebuiltJpeg.NUMBER;
  }

  /**
   * The samples of a block. A damaged payload gives wrong samples, never an exception and never a
   * hang: the block's checksum tells.
   */
  public Block decode(BlockLayout layout, byte[] payload) {
    int number = payload.length == 0 ? formats.size() : payload[0] & 0xFF;
    if (number >= formats.size()) {
      return Block.blank(layout);
    }
    try {
      byte[] coded = Arrays.copyOfRange(payload, 1, payload.length);
      return formats.get(number).decode(layout, coded);
    } catch (IllegalArgumentException damage) {
      return Block.blank(layout);
    }
  }
}
