package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.container.BlockEntry;
import io.ardmstream.failure.UnknownModelException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.media.formats.MediaFormats;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {
  private static final BlockSizes SMALL = new BlockSizes(40, 1000, 1 << 14);

  private final ResidualModel model = new ResidualModel();
  private final Codec codec = codec(true);

  private Codec codec(boolean verify) {
    return Codec.builder()
        .models(ModelRegistry.of(model))
        .imageModel("residual")
        .audioModel("residual")
        .blockSizes(SMALL)
        .verify(verify)
        .build();
  }

  static Stream<byte[]> files() {
    return Stream.of(
        Inputs.photo(100, 50),
        Inputs.photo(1, 1),
        Inputs.deepGrey(41, 17),
        Inputs.noise(50, 50, 1),
        Inputs.plain(200, 90),
        Inputs.drawing(90, 90),
        Inputs.tone(2500, 2, 16),
        Inputs.tone(1, 1, 8),
        Inputs.tone(0, 2, 16),
        Inputs.tone(1500, 1, 24),
        Inputs.tone(700, 3, 32));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileComesBackByteForByte(byte[] file) {
    var encoded = codec.encode(List.of(Source.of(file))).get(0).orThrow();
    var decoded = codec.decode(List.of(encoded.container())).get(0).orThrow();

    assertThat(decoded.bytes()).isEqualTo(file);
    assertThat(encoded.statistics().verification()).isEqualTo(Verification.PASSED);
  }

  @ParameterizedTest
  @MethodSource("files")
  void aSurveyAccountsForEveryPayload(byte[] file) {
    byte[] container = codec.encode(List.of(Source.of(file))).get(0).orThrow().container();

    BitCostMap survey = codec.survey(container);

    boolean opaque = survey.info().type() == FileFormat.OPAQUE;
    assertThat(survey.planes())
        .isDeepEqualTo(
            opaque
                ? new int[][] {IntStream.range(0, file.length).map(i -> file[i] & 0xff).toArray()}
                : MediaFormats.parse(file, MediaOptions.defaults()).planes());
    double bits = 0;
    for (float place : survey.bits()) {
      bits += place;
    }
    long payload = survey.info().blocks().stream().mapToLong(BlockEntry::length).sum();
    assertThat(bits).isCloseTo(8.0 * payload, within(1 + payload * 1e-3));
  }

  @Test
  void recordsEncodedTogetherAreThoseEncodedAlone() {
    List<Source> sources = files().map(Source::of).toList();

    List<byte[]> together = containers(codec.encode(sources));
    List<byte[]> alone =
        sources.stream().flatMap(s -> containers(codec.encode(List.of(s))).stream()).toList();

    assertThat(together).usingRecursiveComparison().isEqualTo(alone);
  }

  @Test
  void theBlocksOfAllRecordsShareOneCallOfTheModel() {
    List<Source> sources = files().map(Source::of).toList();

    codec(false).encode(sources);

    assertThat(model.calls()).isEqualTo(1);
  }

  @Test
  void aBadRecordDoesNotDisturbTheOthers() {
    byte[] good = Inputs.photo(30, 30);
    byte[] torn = Arrays.copyOf(good, 100);

    List<Encoding> encodings =
        codec.encode(List.of(Source.of(good), Source.of(torn), Source.of(good)));
    List<Decoding> decodings =
        codec.decode(List.of(container(encodings.get(0)), torn, container(encodings.get(2))));

    assertThat(encodings.get(1)).isInstanceOf(Encoding.Failed.class);
    assertThatThrownBy(() -> encodings.get(1).orThrow())
        .isInstanceOf(UnsupportedInputException.class);
    assertThat(decodings.get(0).orThrow().bytes()).isEqualTo(good);
    assertThat(decodings.get(1)).isInstanceOf(Decoding.Failed.class);
    assertThat(decodings.get(2).orThrow().bytes()).isEqualTo(good);
  }

  @Test
  void statisticsTellWhatARecordCost() {
    byte[] file = Inputs.photo(100, 50);

    var encoded = codec.encode(List.of(Source.of(file))).get(0).orThrow();
    EncodeStatistics statistics = encoded.statistics();

    assertThat(statistics.media()).isEqualTo(FileFormat.PNM);
    assertThat(statistics.samples()).isEqualTo(15000);
    assertThat(statistics.inputBytes()).isEqualTo(file.length);
    assertThat(statistics.encodedBytes()).isEqualTo(encoded.container().length);
    assertThat(statistics.modes()).containsEntry(BlockMode.ARDM, 6);
    assertThat(statistics.model()).contains(ResidualModel.ID);
    assertThat(statistics.device()).isEqualTo("cpu");
    assertThat(statistics.modelledBytes() * 8.0)
        .isBetween(statistics.idealBits(), statistics.idealBits() * 1.01 + 6 * 48);
    assertThat(statistics.stageBits()).hasSize(2);
    assertThat(statistics.encodeNanos()).isPositive();
    assertThat(statistics.fallbackReasons()).isEmpty();
  }

  @Test
  void aDrawingIsLeftToTheClassicCoder() {
    var encoded = codec.encode(List.of(Source.of(Inputs.drawing(90, 90)))).get(0).orThrow();

    assertThat(encoded.statistics().modes()).containsEntry(BlockMode.CLASSIC, 9);
    assertThat(encoded.statistics().fallbackReasons())
        .containsExactly("CLASSIC is smaller than residual");
    assertThat(Codec.inspect(encoded.container()).model()).isEmpty();
  }

  @Test
  void plainColourTakesThreeBytesABlock() {
    byte[] container = container(codec.encode(List.of(Source.of(Inputs.plain(40, 40)))).get(0));

    assertThat(Codec.inspect(container).modes()).containsEntry(BlockMode.CONSTANT, 1);
    assertThat(container).hasSizeLessThan(24);
  }

  @Test
  void aPngComesBackWithItsSamplesOrWithItsBytesWhenAsked() {
    byte[] png = Inputs.png(64, 64, 3, 8);
    MediaOptions exact = MediaOptions.defaults().withFidelity(Fidelity.BYTES);

    byte[] samples = container(codec.encode(List.of(Source.of(png))).get(0));
    byte[] bytes = container(codec.encode(List.of(new Source(png, exact))).get(0));

    assertThat(Codec.inspect(samples).fidelity()).isEqualTo(Fidelity.SAMPLES);
    assertThat(codec.verify(samples, png).holds()).isTrue();
    assertThat(codec.decode(List.of(bytes)).get(0).orThrow().bytes()).isEqualTo(png);
  }

  @Test
  void aPngThatIsSmallerThanItsSamplesCanBeMadeIsKept() {
    byte[] png = Inputs.png(1, 1, 0, 0);
    byte[] noisy = Inputs.png(64, 64, 1, 256);

    for (byte[] file : List.of(png, noisy)) {
      assertThat(container(codec.encode(List.of(Source.of(file))).get(0)).length)
          .isLessThanOrEqualTo(file.length + 64);
    }
  }

  @Test
  void rawInputIsTakenAsDeclared() {
    byte[] samples = Arrays.copyOfRange(Inputs.tone(400, 2, 16), 44, 44 + 1600);
    MediaOptions options = MediaOptions.defaults().withRaw(RawDescriptor.parse("s16le,2ch,44100"));

    byte[] container = container(codec.encode(List.of(new Source(samples, options))).get(0));

    assertThat(Codec.inspect(container).type()).isEqualTo(FileFormat.RAW_PCM);
    assertThat(codec.decode(List.of(container)).get(0).orThrow().bytes()).isEqualTo(samples);
  }

  @Test
  void anUnknownModelIsNamedWithWhereToGetIt() {
    byte[] container = container(codec.encode(List.of(Source.of(Inputs.photo(20, 20)))).get(0));

    Decoding decoding = Codec.builder().build().decode(List.of(container)).get(0);

    assertThatThrownBy(decoding::orThrow)
        .isInstanceOf(UnknownModelException.class)
        .hasMessageContaining("0123456789ab")
        .hasMessageContaining("docs/MODELS.md");
  }

  @Test
  void aModelToEncodeWithMustBeAtHand() {
    var builder = Codec.builder().models(ModelRegistry.of(model)).imageModel("missing");

    assertThatThrownBy(builder::build)
        .isInstanceOf(UnknownModelException.class)
        .hasMessageContaining("missing")
        .hasMessageContaining("residual");
  }

  @Test
  void verdictsTellTheOriginalFromAnother() {
    byte[] file = Inputs.photo(20, 20);
    byte[] container = container(codec.encode(List.of(Source.of(file))).get(0));

    assertThat(codec.verify(container).holds()).isTrue();
    assertThat(codec.verify(container, file).holds()).isTrue();
    assertThat(codec.verify(container, Inputs.photo(20, 21)).holds()).isFalse();
    assertThat(codec.verify(Arrays.copyOf(container, 50)).failure()).isPresent();
  }

  private static byte[] container(Encoding encoding) {
    return encoding.orThrow().container();
  }

  private static List<byte[]> containers(List<Encoding> encodings) {
    return encodings.stream().map(CodecTest::container).toList();
  }
}
