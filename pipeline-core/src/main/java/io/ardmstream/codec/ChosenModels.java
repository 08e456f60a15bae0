package io.ardmstream.codec;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.media.MediaKind;
import java.util.Optional;

/** The models to encode with. */
record ChosenModels(Optional<BlockModel> image, Optional<BlockModel> audio) {

  /** The model of this kind of samples. */
  Optional<BlockModel> of(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> image;
      case AUDIO -> audio;
      case OPAQUE -> Optional.empty();
    };
  }

  /** The model that codes blocks of this shape, if it can. */
  Optional<BlockModel> covering(BlockLayout layout) {
    boolean empty = layout.samples() == 0;
    return of(layout.kind()).filter(model -> !empty && model.covers(layout));
  }
}
