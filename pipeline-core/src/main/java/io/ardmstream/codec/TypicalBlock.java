package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.media.Modality;
import java.util.List;
import java.util.Optional;

/** The shapes of block that a model has to cover to be taken for a kind of media. */
@PublicApi
public enum TypicalBlock {
  /** 64 x 64 pixels of 8-bit colour. */
  IMAGE(new BlockLayout(Modality.IMAGE, 64, 64, 3, 8, false)),
  /** 4,096 frames of 16-bit stereo. */
  AUDIO(new BlockLayout(Modality.AUDIO, 4096, 1, 2, 16, true));

  /** The name that stands for no model at all. */
  public static final String NO_MODEL = "none";

  /** The name that stands for the coder that takes least time, without a model. */
  public static final String TURBO = "turbo";

  private final BlockLayout layout;

  TypicalBlock(BlockLayout layout) {
    this.layout = layout;
  }

  /** Whether the model is one for this kind. */
  public boolean coveredBy(BlockModel model) {
    return model.covers(layout);
  }

  /** Whether a model of this name is one for this kind; it is not opened to tell. */
  public boolean coveredBy(String name, ModelRegistry models) {
    return models.covers(name, layout);
  }

  /**
   * Name of the model to encode with.
   *
   * @param asked the name that was asked for, {@value #NO_MODEL} or {@value #TURBO}; empty: the
   *     registry's choice
   */
  public Optional<String> chosen(String asked, ModelRegistry models) {
    if (asked.isEmpty()) {
      return models.preferredFor(layout);
    }
    return asked.equals(NO_MODEL) ? Optional.empty() : Optional.of(asked);
  }

  /**
   * Name of the model to encode with.
   *
   * @param asked names of which the first for this kind counts, or the first that nobody knows, so
   *     that the codec refuses it; none of them: the registry's choice
   */
  public Optional<String> chosen(List<String> asked, ModelRegistry models) {
    for (String name : asked) {
      boolean known =
          name.equals(TURBO)
              || models.available().stream().anyMatch(model -> model.name().equals(name));
      if (!known || name.equals(TURBO) || coveredBy(name, models)) {
        return Optional.of(name);
      }
    }
    return models.preferredFor(layout);
  }
}
