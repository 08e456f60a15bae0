package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.container.ContainerInfo;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A picture whose contrast was stretched has gaps between its values, which models need not see.
 */
class StretchedPictureTest {
  private static final int RANKS = 7;
  private static final byte[] PICTURE = Inputs.stretched(64, 48);

  @Test
  void modelsCodeTheRanksOfItsValues() {
    Encoded encoded = encode(codec().build(), PICTURE);
    ContainerInfo info = Codec.inspect(encoded.container());

    assertThat(info.version()).isEqualTo(RANKS);
    assertThat(info.modes().get(BlockMode.ARDM)).isOne();
    assertThat(encoded.statistics().verification()).isEqualTo(Verification.PASSED);
    assertThat(codec().build().verify(encoded.container(), PICTURE).holds()).isTrue();
  }

  @Test
  void itComesBackFromManyBlocksToo() {
    Codec codec = codec().blockSizes(new BlockSizes(16, 64, 1 << 14)).build();
    byte[] container = encode(codec, PICTURE).container();

    assertThat(Codec.inspect(container).version()).isEqualTo(RANKS);
    assertThat(codec.verify(container, PICTURE).holds()).isTrue();
  }

  @Test
  void withoutVerificationItComesBackAsWell() {
    byte[] container = encode(codec().verify(false).build(), PICTURE).container();

    assertThat(Codec.inspect(container).version()).isEqualTo(RANKS);
    assertThat(codec().build().verify(container, PICTURE).holds()).isTrue();
  }

  @Test
  void blocksThatAreLostCostThemselvesAlone() {
    Codec codec = codec().blockSizes(new BlockSizes(16, 64, 1 << 14)).build();
    byte[] container = encode(codec, PICTURE).container();
    int last = container.length - 8;
    container[last] ^= 1;

    PartialDecode salvaged = codec.salvage(container);

    assertThat(salvaged.lost()).hasSize(1);
    assertThat(salvaged.bytes()).hasSameSizeAs(PICTURE).startsWith(head(PICTURE, 13 + 16));
  }

  @Test
  void theClassicCoderKnowsRanksOfItsOwn() {
    byte[] container = encode(Codec.builder().build(), PICTURE).container();

    assertThat(Codec.inspect(container).version()).isEqualTo(1);
  }

  @Test
  void anotherPictureHasNoRanks() {
    byte[] container = encode(codec().build(), Inputs.photo(64, 48)).container();

    assertThat(Codec.inspect(container).version()).isEqualTo(1);
  }

  private static byte[] head(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  private static Codec.Builder codec() {
    return Codec.builder().models(ModelRegistry.of(new ResidualModel())).imageModel("residual");
  }

  private static Encoded encode(Codec codec, byte[] file) {
    return (Encoded) codec.encode(List.of(Source.of(file))).get(0);
  }
}
