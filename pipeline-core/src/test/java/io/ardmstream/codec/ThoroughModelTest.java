package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ModelRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThoroughModelTest {
  private static final byte[] PHOTO = Inputs.photo(120, 80);
  private static final byte[] SMALL = Inputs.photo(32, 32);

  @Test
  void aHastyModelSparesTheClassicCoderPhotographs() {
    assertThat(encode(new ResidualModel(), PHOTO).modes()).containsEntry(BlockMode.ARDM, 1);
  }

  @Test
  void aThoroughModelLetsTheClassicCoderWin() {
    EncodeStatistics statistics = encode(new ResidualModel(true), PHOTO);

    assertThat(statistics.modes()).containsEntry(BlockMode.CLASSIC, 1);
    assertThat(statistics.fallbackReasons()).containsExactly("CLASSIC is smaller than residual");
    assertThat(statistics.encodedBytes())
        .isLessThan(encode(new ResidualModel(), PHOTO).encodedBytes());
  }

  @Test
  void smallPhotographsEndBeforeTheClassicCoderCatchesUp() {
    assertThat(encode(new ResidualModel(true), SMALL).modes()).containsEntry(BlockMode.ARDM, 1);
  }

  private static EncodeStatistics encode(ResidualModel model, byte[] picture) {
    try (Codec codec =
        Codec.builder().models(ModelRegistry.of(model)).imageModel("residual").build()) {
      return codec.encode(List.of(Source.of(picture))).get(0).orThrow().statistics();
    }
  }
}
