package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Encoding.Encoded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pictures are cut into the larger blocks of drawings. */
class DrawingTest {
  private static final BlockSizes SIZES = new BlockSizes(40, 100, 1000, 1 << 14);

  @Test
  void aDrawingIsNotShownToTheModel() {
    ResidualModel model = new ResidualModel();

    EncodeStatistics statistics = encode(model, Inputs.drawing(90, 90)).statistics();

    assertThat(statistics.modes()).containsEntry(BlockMode.CLASSIC, 1);
    assertThat(statistics.fallbackReasons())
        .containsExactly("CLASSIC takes the picture in larger blocks");
    assertThat(model.calls()).isZero();
  }

  @Test
  void aPhotographIsLeftToTheModel() {
    EncodeStatistics statistics = encode(new ResidualModel(), Inputs.photo(90, 90)).statistics();

    assertThat(statistics.modes()).containsEntry(BlockMode.ARDM, 9);
  }

  @Test
  void aPhotographOfDeepSamplesIsCodedBothWaysAndTheSmallerWins() {
    ResidualModel model = new ResidualModel();

    EncodeStatistics statistics = encode(model, Inputs.deepGrey(90, 90)).statistics();

    assertThat(model.calls()).isPositive();
    assertThat(statistics.encodedBytes())
        .isLessThanOrEqualTo(encode(SIZES.imageSide(), Inputs.deepGrey(90, 90)))
        .isLessThanOrEqualTo(encode(SIZES.drawingSide(), Inputs.deepGrey(90, 90)));
  }

  @Test
  void aThoroughModelLetsEveryPhotographBeTriedAsADrawing() {
    EncodeStatistics statistics =
        encode(new ResidualModel(true), Inputs.photo(90, 90)).statistics();

    assertThat(statistics.modes()).containsEntry(BlockMode.CLASSIC, 1);
    assertThat(statistics.fallbackReasons())
        .containsExactly("CLASSIC takes the picture in larger blocks");
  }

  @Test
  void aPictureOfOneBlockIsNotCutTwice() {
    ResidualModel model = new ResidualModel();

    assertThat(encode(model, Inputs.drawing(40, 40)).statistics().fallbackReasons())
        .containsExactly("CLASSIC is smaller than residual");
    assertThat(model.calls()).isEqualTo(1);
  }

  private static Encoded encode(ResidualModel model, byte[] file) {
    return encode(model, SIZES, file);
  }

  private static long encode(int side, byte[] file) {
    BlockSizes sizes = new BlockSizes(side, 1000, 1 << 14);
    return encode(new ResidualModel(), sizes, file).container().length;
  }

  private static Encoded encode(ResidualModel model, BlockSizes sizes, byte[] file) {
    try (Codec codec =
        Codec.builder()
            .models(ModelRegistry.of(model))
            .imageModel("residual")
            .blockSizes(sizes)
            .build()) {
      Encoded encoded = codec.encode(List.of(Source.of(file))).get(0).orThrow();
      assertThat(codec.decode(List.of(encoded.container())).get(0).orThrow().bytes())
          .isEqualTo(file);
      return encoded;
    }
  }
}
