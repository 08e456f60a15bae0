package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.ModelRegistry;
import org.junit.jupiter.api.Test;

class TypicalBlockTest {

  @Test
  void prefersTheFirstModelThatCoversTheKind() {
    assertThat(TypicalBlock.AUDIO.chosen("", ModelRegistry.of(new ResidualModel())))
        .contains("residual");
  }

  @Test
  void prefersNothingWhereNothingCoversTheKind() {
    assertThat(TypicalBlock.IMAGE.chosen("", ModelRegistry.of())).isEmpty();
  }

  @Test
  void takesTheModelThatWasAskedForOrNone() {
    assertThat(TypicalBlock.IMAGE.chosen("mine", ModelRegistry.of(new ResidualModel())))
        .contains("mine");
    assertThat(
            TypicalBlock.IMAGE.chosen(TypicalBlock.NO_MODEL, ModelRegistry.of(new ResidualModel())))
        .isEmpty();
  }
}
