package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.MediaOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small pictures with a palette are kept in its colours, which say more than indices do. */
class PaletteTest {
  private static final byte[] ICON = Inputs.shades(24, 200);
  private static final int PALETTE_BYTES = 600;

  private final Codec codec =
      Codec.builder().models(ModelRegistry.of(new ResidualModel())).imageModel("residual").build();

  @Test
  void thePaletteCostsLittle() {
    Encoded encoded = encode(ICON, MediaOptions.defaults());
    ContainerInfo info = Codec.inspect(encoded.container());

    assertThat(info.type()).isEqualTo(FileFormat.PNG);
    assertThat(info.layout().channels()).isEqualTo(3);
    assertThat(encoded.container()).hasSizeLessThan(PALETTE_BYTES);
    assertThat(encoded.statistics().verification()).isEqualTo(Verification.PASSED);
    assertThat(codec.verify(encoded.container(), ICON).holds()).isTrue();
  }

  @Test
  void statisticsAreThoseOfTheFile() {
    EncodeStatistics statistics = encode(ICON, MediaOptions.defaults()).statistics();

    assertThat(statistics.layout().channels()).isEqualTo(1);
    assertThat(statistics.rawBytes()).isEqualTo(24 * 24);
    assertThat(statistics.fallbackReasons())
        .contains("CLASSIC takes the colours of the palette instead of its indices");
  }

  @Test
  void coloursStayWithinTheLimitsOfTheFile() {
    Limits tight = new Limits(1 << 16, 24 * 24);

    byte[] container = encode(ICON, MediaOptions.defaults().withLimits(tight)).container();

    assertThat(Codec.inspect(container).type()).isEqualTo(FileFormat.PNG);
    Codec careful =
        Codec.builder().limits(tight).models(ModelRegistry.of(new ResidualModel())).build();
    assertThat(careful.verify(container, ICON).holds()).isTrue();
  }

  @Test
  void aLargePictureStaysOneOfIndices() {
    byte[] container = encode(Inputs.shades(300, 200), MediaOptions.defaults()).container();

    assertThat(Codec.inspect(container).layout().channels()).isEqualTo(1);
  }

  private Encoded encode(byte[] file, MediaOptions options) {
    return (Encoded) codec.encode(List.of(new Source(file, options))).get(0);
  }
}
