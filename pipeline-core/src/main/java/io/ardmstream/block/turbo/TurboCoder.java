package io.ardmstream.block.turbo;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.SampleRange;
import io.ardmstream.media.Modality;
import java.util.Optional;

/** Codes blocks of pictures and sound fast. */
public final class TurboCoder {
  private static final int MOST_PICTURE_BITS = 16;
  private static final int MOST_AUDIO_BITS = 24;
  private static final int PAIR = 2;

  private TurboCoder() {}

  /** Whether blocks of this shape can be coded. */
  public static boolean covers(BlockLayout layout) {
    return switch (layout.kind()) {
      case IMAGE -> layout.bitDepth() <= MOST_PICTURE_BITS;
      case AUDIO -> layout.bitDepth() <= MOST_AUDIO_BITS;
      case OPAQUE -> false;
    };
  }

  /** The coded samples, if blocks of this shape are covered. */
  public static Optional<byte[]> encode(Block block) {
    if (!covers(block.layout())) {
      return Optional.empty();
    }
    boolean picture = block.layout().kind() == Modality.IMAGE;
    return Optional.of(picture ? picture(block) : audio(block));
  }

  /**
   * The samples of a block. Damage gives wrong samples or an {@link IllegalArgumentException},
   * never a hang or memory beyond that of the block.
   */
  public static Block decode(BlockLayout layout, byte[] coded) {
    if (!covers(layout) || coded.length == 0) {
      throw new IllegalArgumentException("no such block: " + layout);
    }
    return layout.kind() == Modality.IMAGE ? picture(layout, coded) : audio(layout, coded);
  }

  private static byte[] picture(Block block) {
    boolean relative = ColourChoice.isRelative(block.planes(), block.layout().width());
    ErrorEncoder coder = TurboPicture.encoder(samples(block.layout()));
    new TurboPicture(block, relative).encode(coder);
    return coder.toBytes(relative ? 1 : 0);
  }

  private static Block picture(BlockLayout layout, byte[] coded) {
    Block block = Block.blank(layout);
    boolean relative = coded[0] == 1 && layout.channels() >= TurboPicture.COLOURS;
    new TurboPicture(block, relative).decode(TurboPicture.decoder(coded));
    return block;
  }

  private static byte[] audio(Block block) {
    ChannelPair stereo = block.planes().length == PAIR ? StereoChoice.of(block) : ChannelPair.APART;
    TurboSound pass = new TurboSound(block.layout());
    int from = TurboSound.MARGIN;
    for (int c = 0; c < block.planes().length; c++) {
      System.arraycopy(block.planes()[c], 0, pass.series(c), from, block.layout().width());
    }
    if (stereo != ChannelPair.APART) {
      stereo.part(pass.series(0), pass.series(1));
    }
    ErrorEncoder coder = TurboSound.encoder(samples(block.layout()));
    pass.encode(coder);
    return coder.toBytes(stereo.ordinal());
  }

  private static Block audio(BlockLayout layout, byte[] coded) {
    ChannelPair stereo = ChannelPair.values()[layout.channels() == PAIR ? coded[0] & 3 : 0];
    TurboSound pass = new TurboSound(layout);
    pass.decode(TurboSound.decoder(coded));
    if (stereo != ChannelPair.APART) {
      stereo.join(pass.series(0), pass.series(1));
    }
    Block block = Block.blank(layout);
    SampleRange range = SampleRange.of(layout);
    for (int c = 0; c < layout.channels(); c++) {
      int[] series = pass.series(c);
      int[] plane = block.planes()[c];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = range.clip(series[TurboSound.MARGIN + i]);
      }
    }
    return block;
  }

  private static int samples(BlockLayout layout) {
    return Math.toIntExact(layout.samples());
  }
}
