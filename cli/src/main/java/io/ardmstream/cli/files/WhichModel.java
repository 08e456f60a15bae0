package io.ardmstream.cli.files;

import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.container.ModelTag;
import java.util.Optional;

/** What is known here of the models that encoded files name. */
record WhichModel(ModelRegistry models) {

  /** Name and version, if the model is installed, and the tag anyway. */
  String name(ModelTag tag) {
    return models.available().stream()
        .filter(model -> model.matches(tag.hex()))
        .findFirst()
        .map(ModelId::toString)
        .orElse(tag.hex() + ", which is not installed here");
  }

  /**
   * What an encoder with this model leaves out to save time: it takes as long to try the classic
   * coder as to code by the model.
   */
  Optional<String> notTried(ModelTag tag) {
    return models
        .byDigest(tag.hex())
        .filter(model -> !model.bestEffort())
        .map(
            model ->
                "the classic coder, unless a quick look at the samples promised something; a model"
                    + " that takes its time, such as image-best, tries it anyway");
  }
}
