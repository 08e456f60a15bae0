package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small record costs at most 24 bytes more than the payload of its one block. */
class OverheadTest {
  private final Codec codec =
      Codec.builder()
          .models(ModelRegistry.of(new ResidualModel()))
          .imageModel("residual")
          .audioModel("residual")
          .build();

  @Test
  void aPnmOf32By32() {
    assertThat(overhead(Source.of(Inputs.photo(32, 32)))).isEqualTo(23);
  }

  @Test
  void aPngOf32By32() {
    byte[] png = Inputs.png(32, 32, 1, 4);
    var samples = MediaOptions.defaults().withFidelity(Fidelity.SAMPLES);
    assertThat(overhead(new Source(png, samples))).isLessThanOrEqualTo(24);
    assertThat(overhead(Source.of(png))).isLessThanOrEqualTo(34);
  }

  @Test
  void aRawPictureOf32By32() {
    byte[] file = Inputs.photo(32, 32);
    byte[] pixels = Arrays.copyOfRange(file, file.length - 3072, file.length);
    var raw = MediaOptions.defaults().withRaw(RawDescriptor.parse("u8,3x32x32"));
    assertThat(overhead(new Source(pixels, raw))).isEqualTo(23);
  }

  @Test
  void aSecondOfWav() {
    assertThat(overhead(Source.of(Inputs.tone(16000, 1, 8)))).isLessThanOrEqualTo(24);
  }

  private int overhead(Source source) {
    byte[] container = codec.encode(List.of(source)).get(0).orThrow().container();
    ContainerInfo info = Codec.inspect(container);
    assertThat(info.modes()).containsEntry(BlockMode.ARDM, 1);
    return container.length - info.blocks().get(0).length();
  }
}
