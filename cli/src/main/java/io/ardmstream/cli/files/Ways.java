package io.ardmstream.cli.files;

import io.ardmstream.block.BlockMode;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;

/**
 * Which ways to code a picture were gone to the end before the smallest was chosen, and which were
 * given up after a part of it, to save time; as the encoder of this version does.
 */
final class Ways {
  /** Pixels of the largest picture that is always coded as a whole in both ways. */
  private static final long WHOLE = 1 << 13;

  private Ways() {}

  static String of(ContainerInfo info) {
    SampleLayout layout = info.layout();
    if (layout.kind() != Modality.IMAGE) {
      return "one model for sound, one classic coder for bytes; no other";
    }
    boolean small = (long) layout.width() * layout.height() <= WHOLE;
    if (info.modes().getOrDefault(BlockMode.ARDM, 0) > 0) {
      return small
          ? "the classic coder's whole result was compared"
          : "the classic coder was given an eighth of the rows first, for time, and all where that"
              + " promised less";
    }
    return small
        ? "a model's whole result was compared, if one was chosen"
        : "a model, if one was chosen, was given an eighth of the rows first where the picture"
            + " repeats itself";
  }
}
