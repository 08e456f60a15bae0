package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.failure.CorruptDataException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The checksum of the record is the only proof of a container of one block: whoever changes its
 * payload and makes the footer right again is found out by it alone.
 */
class RecordChecksumTest {
  private static final Codec CODEC =
      Codec.builder().blockSizes(new BlockSizes(256, 1 << 16, 1 << 14)).build();

  @ParameterizedTest
  @EnumSource(names = {"STORED", "CLASSIC", "CONSTANT"})
  void aChangedPayloadOfOneBlockIsFoundOut(BlockMode mode) {
    byte[] file =
        switch (mode) {
          case STORED -> Inputs.noise(2, 2, 1);
          case CONSTANT -> Inputs.plain(20, 20);
          default -> Inputs.photo(20, 20);
        };
    Encoding.Encoded encoded = CODEC.encode(List.of(Source.of(file))).get(0).orThrow();
    byte[] container = encoded.container();
    assertThat(encoded.statistics().modes().get(mode)).isEqualTo(1);
    assertThat(CODEC.decode(List.of(container)).get(0).orThrow().bytes()).isEqualTo(file);
    int from = Codec.inspect(container).blocks().get(0).offset();
    int last = mode == BlockMode.CLASSIC ? from + 40 : from;
    for (int bit = 0; bit < 8; bit++) {
      byte[] changed = container.clone();
      changed[last] ^= (byte) (1 << bit);
      Footers.seal(changed);

      Decoding decoding = CODEC.decode(List.of(changed)).get(0);

      assertThat(decoding).isInstanceOf(Decoding.Failed.class);
      assertThat(((Decoding.Failed) decoding).failure())
          .isInstanceOf(CorruptDataException.class)
          .hasMessageContaining("The checksum of the decoded record does not hold");
      assertThat(CODEC.verify(changed).holds()).isFalse();
    }
  }

  /** Of samples, too: their checksum stands in for that of a file that may come back otherwise. */
  @ParameterizedTest
  @EnumSource(names = {"CLASSIC"})
  void aChangedPayloadOfSamplesIsFoundOut(BlockMode mode) {
    byte[] file = Inputs.png(20, 20, 3, 6);
    byte[] container = CODEC.encode(List.of(Source.of(file))).get(0).orThrow().container();
    assertThat(Codec.inspect(container).modes()).containsEntry(mode, 1);
    byte[] changed = container.clone();
    changed[Codec.inspect(container).blocks().get(0).offset() + 40] ^= 4;
    Footers.seal(changed);
    assertThat(CODEC.decode(List.of(changed)).get(0)).isInstanceOf(Decoding.Failed.class);
  }
}
