package io.ardmstream.codec.encode;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The models to encode with.
 *
 * @param all models at hand; the one that takes the place of {@code image} for pictures of at most
 *     {@value #TINY_PIXELS} pixels is looked for here when the first of them comes
 * @param image for pictures
 * @param audio for sound
 * @param turbo what is coded fast, without a model
 * @param steps that models take to encode, where they leave that to the encoder
 */
public record ChosenModels(
    ModelRegistry all,
    Optional<BlockModel> image,
    Optional<BlockModel> audio,
    Set<Modality> turbo,
    OptionalInt steps) {

  /** What the name of a model for tiny pictures has more than that of the one it stands in for. */
  private static final String TINY = "-tiny";

  /** Pixels of the largest tiny picture: a thumbnail of 64 by 64. */
  static final int TINY_PIXELS = 64 * 64;

  /** The model of this kind of samples. */
  Optional<BlockModel> of(Modality kind) {
    return switch (kind) {
      case IMAGE -> image;
      case AUDIO -> audio;
      case OPAQUE -> Optional.empty();
    };
  }

  /** The model that codes blocks of this shape, if it can; all blocks of a record get the same. */
  Optional<BlockModel> covering(SampleLayout record, BlockLayout layout) {
    if (layout.samples() == 0) {
      return Optional.empty();
    }
    Optional<BlockModel> special =
        isTiny(record)
            ? image.flatMap(model -> all.byName(model.id().name() + TINY))
            : Optional.empty();
    return special
        .or(() -> of(layout.kind()))
        .filter(model -> model.covers(layout))
        .map(model -> steps.isPresent() ? model.inSteps(steps.getAsInt()) : model);
  }

  private static boolean isTiny(SampleLayout record) {
    return record.kind() == Modality.IMAGE
        && (long) record.width() * record.height() <= TINY_PIXELS;
  }
}
