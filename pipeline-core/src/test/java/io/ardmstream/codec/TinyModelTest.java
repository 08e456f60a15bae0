package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of few pixels have a model of their own, where one is installed. */
class TinyModelTest {
  private static final ResidualModel TINY =
      new ResidualModel(new ModelId("residual-tiny", 1, "ab".repeat(32)), false);

  @ParameterizedTest
  @CsvSource({
    "32, 32, residual-tiny",
    "64, 64, residual-tiny",
    "256, 16, residual-tiny",
    "64, 65, residual",
    "120, 80, residual",
  })
  void pixelsDecide(int width, int height, String model) {
    assertThat(modelOf(ModelRegistry.of(new ResidualModel(), TINY), width, height))
        .isEqualTo(model);
  }

  @Test
  @DisplayName("without such a model tiny pictures go to the one for all")
  void thereMayBeNone() {
    assertThat(modelOf(ModelRegistry.of(new ResidualModel()), 32, 32)).isEqualTo("residual");
  }

  private static String modelOf(ModelRegistry models, int width, int height) {
    byte[] picture = Inputs.photo(width, height);
    try (Codec codec = Codec.builder().models(models).imageModel("residual").build()) {
      Encoding.Encoded encoded = codec.encode(List.of(Source.of(picture))).get(0).orThrow();
      assertThat(codec.decode(List.of(encoded.container())).get(0).orThrow().bytes())
          .isEqualTo(picture);
      return encoded.statistics().model().orElseThrow().name();
    }
  }
}
