package io.ardmstream.block;

import io.ardmstream.api.PublicApi;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;

/**
 * The largest blocks that a record is cut into.
 *
 * @param imageSide pixels a side of an image block, at least 1
 * @param drawingSide pixels a side of a block of drawings and screen shots, which repeat themselves
 *     over longer distances; at least {@code imageSide}
 * @param audioFrames frames of an audio block, at least 1
 * @param opaqueBytes bytes of an opaque block, at least 2^14, so that naming the blocks never costs
 *     a thousandth of them
 */
@PublicApi
public record BlockSizes(int imageSide, int drawingSide, int audioFrames, int opaqueBytes) {
  private static final int LEAST_OPAQUE = 1 << 14;
  private static final int MANY = 8;

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException when one is too small
   */
  public BlockSizes {
    if (drawingSide < imageSide) {
      throw new IllegalArgumentException("blocks of drawings must be at least as large as others");
    }
    if (imageSide < 1 || audioFrames < 1 || opaqueBytes < LEAST_OPAQUE) {
      throw new IllegalArgumentException("block sizes must be at least 1, 1 and " + LEAST_OPAQUE);
    }
  }

  /** The same size for all images. */
  public BlockSizes(int imageSide, int audioFrames, int opaqueBytes) {
    this(imageSide, imageSide, audioFrames, opaqueBytes);
  }

  /** 1024 by 1024 pixels, 2048 by 2048 of drawings, 2^16 frames, 1 MiB. */
  public static BlockSizes defaults() {
    return new BlockSizes(1024, 2048, 1 << 16, 1 << 20);
  }

  /** The same sizes, with those of drawings for all images. */
  public BlockSizes ofDrawings() {
    return new BlockSizes(drawingSide, audioFrames, opaqueBytes);
  }

  /** The coarsest grid over a record whose blocks are not larger than this. */
  public BlockGrid grid(SampleLayout layout) {
    int side =
        switch (layout.kind()) {
          case IMAGE -> imageSide;
          case AUDIO -> frames(layout.channels());
          case OPAQUE -> opaqueBytes;
        };
    int rows = layout.kind() == Modality.IMAGE ? pieces(layout.height(), side) : 1;
    return new BlockGrid(layout, pieces(layout.width(), side), rows);
  }

  /**
   * Fewer of very many channels, so that a block has no more samples than one of {@value #MANY}.
   */
  private int frames(int channels) {
    return channels <= MANY
        ? audioFrames
        : Math.max(1, (int) ((long) audioFrames * MANY / channels));
  }

  private static int pieces(int length, int most) {
    return Math.max(1, (length - 1) / most + 1);
  }
}
