package io.ardmstream.codec.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.ResidualModel;
import org.junit.jupiter.api.Test;

class TypicalBlockTest {

  @Test
  void prefersTheFirstModelThatCoversTheKind() {
    assertThat(TypicalBlock.AUDIO.preferred(ModelRegistry.of(new ResidualModel())))
        .contains("residual");
  }

  @Test
  void prefersNothingWhereNothingCoversTheKind() {
    assertThat(TypicalBlock.IMAGE.preferred(ModelRegistry.of())).isEmpty();
  }
}
