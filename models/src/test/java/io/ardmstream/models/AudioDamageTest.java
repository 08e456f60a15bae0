package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockSizes;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.LostBlock;
import io.ardmstream.codec.PartialDecode;
import io.ardmstream.codec.Source;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.tensorflow.TensorFlowEngine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks of audio start afresh: what happens to one is nothing to the others. */
class AudioDamageTest {

  private static final int BLOCK = 2048;
  private static final int FRAME = 4;
  private static final byte[] FILE =
      WaveFile.pcm(16, MadeUpSounds.string(4 * BLOCK, 1), MadeUpSounds.string(4 * BLOCK, 2));

  @ParameterizedTest
  @ValueSource(strings = {"audio-fast", "audio-best"})
  void aDamagedBlockCostsOnlyItself(String model) throws IOException {
    try (Codec codec = codec(model)) {
      byte[] container = codec.encode(List.of(Source.of(FILE))).get(0).orThrow().container();
      container[Codec.inspect(container).blocks().get(1).offset() + 100] ^= 4;

      PartialDecode salvage = codec.salvage(container);

      assertThat(salvage.lost()).extracting(LostBlock::index).containsExactly(1);
      byte[] expected = FILE.clone();
      int from = WaveFile.HEADER + BLOCK * FRAME;
      Arrays.fill(expected, from, from + BLOCK * FRAME, (byte) 0);
      assertThat(salvage.bytes()).isEqualTo(expected);
    }
  }

  @Test
  void theLastBlockIsReadWithoutTheOthers() throws IOException {
    try (Codec codec = codec("audio-fast")) {
      byte[] container = codec.encode(List.of(Source.of(FILE))).get(0).orThrow().container();
      for (int block = 0; block < 3; block++) {
        container[Codec.inspect(container).blocks().get(block).offset() + 100] ^= 4;
      }

      byte[] saved = codec.salvage(container).bytes();

      int last = WaveFile.HEADER + 3 * BLOCK * FRAME;
      assertThat(saved).hasSameSizeAs(FILE);
      assertThat(Arrays.copyOfRange(saved, last, saved.length))
          .isEqualTo(Arrays.copyOfRange(FILE, last, FILE.length));
    }
  }

  private static Codec codec(String model) throws IOException {
    return Codec.builder()
        .models(new BundleRegistry(BundleRegistry.published(), new TensorFlowEngine(), 1))
        .audioModel(model)
        .blockSizes(new BlockSizes(256, BLOCK, 1 << 20))
        .build();
  }
}
