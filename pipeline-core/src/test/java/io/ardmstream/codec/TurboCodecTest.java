package io.ardmstream.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockMode;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What codecs do with {@code turbo}: one way for each block, in records that stand alone. */
class TurboCodecTest {
  private final Codec turbo = Codec.builder().imageModel("turbo").audioModel("turbo").build();

  private static byte[] picture(int width, int height) {
    byte[] head = "P6\n%d %d\n255\n".formatted(width, height).getBytes(US_ASCII);
    byte[] file = Arrays.copyOf(head, head.length + 3 * width * height);
    Random noise = new Random(width);
    for (int i = head.length; i < file.length; i++) {
      file[i] = (byte) (120 + 60 * Math.sin(i * 0.01) + noise.nextInt(9));
    }
    return file;
  }

  private void assertComesBack(Source source, Encoding encoding) {
    byte[] back = turbo.decode(List.of(encoding.orThrow().container())).get(0).orThrow().bytes();
    assertThat(back).isEqualTo(source.bytes());
  }

  @Test
  @DisplayName("a block is coded fast, verified, and counted as classic without a reason")
  void statistics() {
    Source source = Source.of(picture(70, 50));

    Encoding encoding = turbo.encode(List.of(source)).get(0);

    EncodeStatistics statistics = encoding.orThrow().statistics();
    assertThat(statistics.modes().get(BlockMode.CLASSIC)).isEqualTo(1);
    assertThat(statistics.model()).isEmpty();
    assertThat(statistics.fallbackReasons()).isEmpty();
    assertThat(statistics.verification()).isEqualTo(Verification.PASSED);
    assertComesBack(source, encoding);
  }

  @Test
  @DisplayName("records of a stream stand alone, whatever groups are asked for")
  void groups() {
    List<Source> frames =
        List.of(Source.of(picture(90, 70)), Source.of(picture(90, 70)), Source.of(picture(90, 70)));

    List<Encoding> encodings = turbo.encodeStreams(List.of(frames), 3).get(0);

    for (int i = 0; i < frames.size(); i++) {
      byte[] container = encodings.get(i).orThrow().container();
      assertThat(Codec.inspect(container).group()).isEmpty();
      assertComesBack(frames.get(i), encodings.get(i));
    }
  }

  @Test
  @DisplayName("samples that are too deep for it are left to the classic coder")
  void deepSamples() {
    byte[] samples = new byte[4 * 600];
    new Random(7).nextBytes(samples);
    MediaOptions options = MediaOptions.defaults().withRaw(RawDescriptor.parse("s32le,1ch,8000"));
    Source source = new Source(samples, options);

    assertComesBack(source, turbo.encode(List.of(source)).get(0));
  }

  @Test
  @DisplayName("long sound of many blocks comes back")
  void manyBlocks() {
    byte[] samples = new byte[4 * 300_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i % 2 == 0 ? (byte) (i * 7) : (byte) (20 * Math.sin(i * 1e-3));
    }
    MediaOptions options = MediaOptions.defaults().withRaw(RawDescriptor.parse("s16le,2ch,44100"));
    Source source = new Source(samples, options);

    Encoding encoding = turbo.encode(List.of(source)).get(0);

    assertThat(encoding.orThrow().statistics().modes().get(BlockMode.CLASSIC)).isGreaterThan(1);
    assertComesBack(source, encoding);
  }
}
