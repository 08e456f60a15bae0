package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** No record grows by more than 64 bytes and 0.1 %, and small ones have small headers. */
class SizeBoundTest {
  private static final MediaOptions ANYTHING = MediaOptions.defaults().withOpaqueAllowed();

  private final Codec codec = codec(new ResidualModel(), BlockSizes.defaults());

  private static Codec codec(BlockModel model, BlockSizes sizes) {
    return Codec.builder()
        .models(ModelRegistry.of(model))
        .imageModel("residual")
        .audioModel("residual")
        .blockSizes(sizes)
        .verify(false)
        .build();
  }

  @Property(tries = 30)
  void randomBytes(@ForAll @IntRange(min = 0, max = 5000) int length, @ForAll long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    assertBounded(codec, new Source(bytes, ANYTHING));
  }

  @Property(tries = 20)
  void randomPictures(
      @ForAll @IntRange(min = 1, max = 70) int width,
      @ForAll @IntRange(min = 1, max = 70) int height,
      @ForAll long seed) {
    assertBounded(codec, Source.of(Inputs.noise(width, height, seed)));
    assertBounded(
        codec(new ResidualModel(), new BlockSizes(7, 10, 1 << 14)),
        Source.of(Inputs.noise(width, height, seed)));
  }

  @Property(tries = 20)
  void randomPngs(
      @ForAll @IntRange(min = 1, max = 70) int width,
      @ForAll @IntRange(min = 1, max = 70) int height,
      @ForAll @IntRange(min = 0, max = 256) int noise) {
    assertBounded(codec, Source.of(Inputs.png(width, height, 9, noise)));
  }

  @Property(tries = 20)
  void randomRawAudio(@ForAll @IntRange(min = 0, max = 3000) int length, @ForAll long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    var raw = ANYTHING.withRaw(RawDescriptor.parse("s16le,2ch,44100"));
    assertBounded(codec, new Source(bytes, raw));
  }

  @Example
  void moreThanAMegabyteOfNoise() {
    byte[] bytes = new byte[1_300_000];
    new Random(2).nextBytes(bytes);
    assertBounded(codec, new Source(bytes, ANYTHING));
  }

  @Example
  void damagedFilesThatAreKeptAnyway() {
    byte[] file = Inputs.tone(1000, 2, 16);
    assertBounded(codec, new Source(Arrays.copyOf(file, 1001), ANYTHING));
    assertBounded(codec, new Source(Arrays.copyOf(Inputs.photo(30, 30), 50), ANYTHING));
  }

  private static void assertBounded(Codec codec, Source source) {
    int length = source.bytes().length;
    byte[] container = codec.encode(List.of(source)).get(0).orThrow().container();
    assertThat(container.length).isLessThanOrEqualTo((int) (length * 1.001) + 64);
    assertThat(codec.verify(container, source.bytes()).finding()).startsWith("It decodes to the");
  }
}
