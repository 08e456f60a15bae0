package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Samples are understood whatever they are wrapped in: padded words, floats that are integers,
 * containers, many channels, headers of recorders that died. All files are synthetic.
 */
class UnderstoodInputsTest {
  private static final int HEADER_OF_WAV = 44;
  private static Codec codec;

  @BeforeAll
  static void open() throws IOException {
    codec =
        Codec.builder()
            .models(new BundleRegistry(BundleRegistry.published(), InferenceEngine.java(), 2))
            .imageModel("image-fast")
            .audioModel("audio-fast")
            .build();
  }

  @AfterAll
  static void close() {
    codec.close();
  }

  @ParameterizedTest
  @CsvSource({
    // padded and scaled words: as the same samples in words that fit, 11205 and 17219
    "s16_in_s32.wav, 11220",
    "s16_in_float32.wav, 11300",
    "s24_in_s32.wav, 17230",
    "lossywav_like_s16.wav, 8205",
    "s16_gained_into_s24_sparse.wav, 4838",
    // containers: as WAV
    "rf64_s16.wav, 11290",
    "aiff_s16.aiff, 11290",
    "data0_size_but_samples.wav, 761",
    "odd_list_nopad_before.wav, 761",
    // more channels than most: as WavPack
    "s16_12ch.wav, 35216",
    // less than a general compressor makes of them
    "bitmap_p4.pbm, 605",
    "depth_f32.pfm, 13291",
    // pictures that are no photographs, by the classic coder
    "falsecolour_jet512_rgb.png, 20005",
    "two_plane_rg0_rgb.png, 35325",
    "ycc420_decoded_rgb.png, 25634"
  })
  void filesComeBackAndAreAsSmallAsTheirSamples(String name, int most) throws IOException {
    byte[] file = input(name);

    Encoding.Encoded encoded = codec.encode(List.of(Source.of(file))).get(0).orThrow();

    assertThat(encoded.container().length).isLessThanOrEqualTo(most);
    assertThat(encoded.statistics().storedAs()).isNotEqualTo(FileFormat.OPAQUE);
    assertThat(codec.decode(List.of(encoded.container())).get(0).orThrow().bytes()).isEqualTo(file);
  }

  @ParameterizedTest
  @CsvSource("'s16le,12ch,1000', 35216")
  void rawSamplesDoLikewise(String descriptor, int most) throws IOException {
    byte[] wav = input("s16_12ch.wav");
    byte[] samples = Arrays.copyOfRange(wav, HEADER_OF_WAV, wav.length);
    Source source =
        new Source(samples, MediaOptions.defaults().withRaw(RawDescriptor.parse(descriptor)));

    Encoding.Encoded encoded = codec.encode(List.of(source)).get(0).orThrow();

    assertThat(encoded.container().length).isLessThanOrEqualTo(most);
    assertThat(codec.decode(List.of(encoded.container())).get(0).orThrow().bytes())
        .isEqualTo(samples);
  }

  private static byte[] input(String name) throws IOException {
    try (InputStream in = UnderstoodInputsTest.class.getResourceAsStream("inputs/" + name)) {
      return in.readAllBytes();
    }
  }
}
