package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.SampleRange;
import io.ardmstream.block.classic.picture.ColourTable;
import io.ardmstream.block.classic.picture.Mixers;
import io.ardmstream.block.classic.picture.PicturePass;
import io.ardmstream.block.classic.picture.Prediction;
import io.ardmstream.block.classic.picture.WarmMixers;
import io.ardmstream.block.classic.picture.WarmStart;
import io.ardmstream.block.classic.picture.WarmWeights;
import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.coder.binary.BinaryEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Pictures coded by mixers that begin warm, for those that are over before they have learnt, and
 * for those of few colours. One byte of flags, then the coded bits: the table of colours if there
 * is one, then the samples or indices.
 */
record SmallPictures(WarmWeights weights) implements ClassicFormat {
  /** Samples of the second and third channel follow those of the one before. */
  static final int RELATIVE = 2;

  /** Pixels may copy others. */
  static final int COPIES = 4;

  /** The samples are indices of a table of colours. */
  static final int TABLE = 8;

  /** Samples are not predicted. */
  static final int UNPREDICTED = 16;

  /** Pixels up to which trying everything takes little time. */
  private static final int MOST_PIXELS = 1 << 13;

  /** Pixels up to which what mixers know at the beginning may still tell at the end. */
  private static final int MOST_WARM = 1 << 16;

  private static final PictureCoding COLD = new PictureCoding();

  /** What a picture of many colours gains at most by anything else than by prediction. */
  private static final double MOST_GAIN = 1.1;

  /** Whether a channel says nothing, so that the way for photographs says nothing of the others. */
  static boolean hasIdleChannel(Block block) {
    return Arrays.stream(block.planes())
        .anyMatch(plane -> Arrays.stream(plane).allMatch(sample -> sample == plane[0]));
  }

  @Override
  public Optional<byte[]> encode(Block block) {
    BlockLayout layout = block.layout();
    boolean plain = layout.channels() == 1 && !OccurringValues.stretched(block).isPresent();
    if (!PictureCoding.isPicture(layout) || isLarge(layout) && plain) {
      return Optional.empty();
    }
    Optional<ColourTable> table = ColourTable.of(block.planes());
    List<Integer> attempts =
        isSmall(layout) ? attempts(block, table.isPresent()) : likeliest(block, table.isPresent());
    return attempts.stream()
        .map(flags -> encode(block, flags, table))
        .min(Comparator.comparingInt(coded -> coded.length));
  }

  private static boolean isLarge(BlockLayout layout) {
    return layout.planeSize() > MOST_WARM;
  }

  /** The few flags that are worth their time where a picture is not small. */
  private static List<Integer> likeliest(Block block, boolean table) {
    BlockLayout layout = block.layout();
    int surveyed = COLD.survey(block.planes(), layout);
    List<Integer> attempts = new ArrayList<>();
    if (!isLarge(layout)) {
      attempts.add(surveyed);
    }
    if (table && (layout.channels() > 1 || OccurringValues.stretched(block).isPresent())) {
      attempts.add(surveyed & COPIES | TABLE);
    }
    return attempts;
  }

  /** Whether it is an image that the encoder takes for a small picture. */
  static boolean isSmall(BlockLayout layout) {
    return PictureCoding.isPicture(layout) && layout.planeSize() <= MOST_PIXELS;
  }

  /**
   * Whether a small picture, coded in the one way that suits photographs, is so much larger than
   * what somebody else made of it that no other way can catch up.
   *
   * @param other size of the other's result in bytes
   */
  boolean isBeaten(Block block, int other) {
    if (!isSmall(block.layout())
        || hasIdleChannel(block)
        || ColourTable.of(block.planes()).isPresent()) {
      return false;
    }
    int flags = block.layout().channels() > 1 ? RELATIVE : 0;
    return encode(block, flags, Optional.empty()).length > MOST_GAIN * other;
  }

  @Override
  public boolean isFinal() {
    return false;
  }

  /** Flags worth trying. */
  private static List<Integer> attempts(Block block, boolean table) {
    int channels = block.layout().channels();
    List<Integer> attempts = new ArrayList<>();
    for (int copies : new int[] {COPIES, 0}) {
      attempts.add(copies);
      if (channels > 1) {
        attempts.add(copies | RELATIVE);
      } else {
        attempts.add(copies | UNPREDICTED);
      }
      if (table) {
        attempts.add(copies | TABLE);
        attempts.add(copies | TABLE | UNPREDICTED);
      }
    }
    return attempts;
  }

  /** The payload with given flags. */
  byte[] encode(Block block, int flags, Optional<ColourTable> table) {
    BinaryEncoder encoder = new BinaryEncoder();
    SampleRange range = SampleRange.of(block.layout());
    int width = block.layout().width();
    if ((flags & TABLE) == 0) {
      pass(flags).run(block.planes(), width, range, encoder);
    } else {
      ColourTable colours = table.orElseThrow();
      colours.encode(range, tablePass(), encoder);
      pass(flags).run(colours.toIndices(block.planes()), width, colours.indices(), encoder);
    }
    return ClassicFormat.headed(flags, encoder.finish());
  }

  @Override
  public Block decode(BlockLayout layout, byte[] coded) {
    if (!PictureCoding.isPicture(layout)) {
      throw new IllegalArgumentException("not a format of such blocks");
    }
    int flags = coded.length == 0 ? 0 : coded[0];
    BinaryDecoder decoder = new BinaryDecoder(coded, 1);
    Block block = Block.blank(layout);
    SampleRange range = SampleRange.of(layout);
    if ((flags & TABLE) == 0) {
      pass(flags).run(block.planes(), layout.width(), range, decoder);
      return block;
    }
    int pixels = layout.planeSize();
    ColourTable table = ColourTable.decode(layout.channels(), pixels, range, tablePass(), decoder);
    int[][] indices = new int[1][pixels];
    pass(flags).run(indices, layout.width(), table.indices(), decoder);
    table.fill(block.planes(), indices[0]);
    return block;
  }

  private PicturePass pass(int flags) {
    Prediction prediction = prediction(flags);
    boolean indexed = (flags & TABLE) != 0 || prediction == Prediction.NONE;
    Mixers mixers =
        indexed
            ? new WarmMixers(WarmStart.INDICES, WarmStart.INDEX_COPIES, weights)
            : new WarmMixers(WarmStart.COLOURS, WarmStart.COLOUR_COPIES, weights);
    return new PicturePass(prediction, (flags & COPIES) != 0, mixers);
  }

  private PicturePass tablePass() {
    Mixers mixers = new WarmMixers(WarmStart.TABLE, WarmStart.INDEX_COPIES, weights);
    return new PicturePass(Prediction.ALONE, false, mixers);
  }

  private static Prediction prediction(int flags) {
    if ((flags & UNPREDICTED) != 0) {
      return Prediction.NONE;
    }
    return (flags & RELATIVE) != 0 ? Prediction.RELATIVE : Prediction.ALONE;
  }
}
