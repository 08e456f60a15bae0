package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ways to code sound beside the model, where a model cannot see what makes it small. */
class SoundChoiceTest {
  private static final int FRAMES = 20_000;
  private static final String AS_BYTES = "its bytes repeat themselves and are smaller so";

  private final Codec codec =
      Codec.builder().models(ModelRegistry.of(new ResidualModel())).audioModel("residual").build();

  private Encoding.Encoded encoded(String shape, ByteBuffer samples) {
    MediaOptions raw = MediaOptions.defaults().withRaw(RawDescriptor.parse(shape));
    Encoding encoding = codec.encode(List.of(new Source(samples.array(), raw))).get(0);
    byte[] container = encoding.orThrow().container();
    assertThat(codec.decode(List.of(container)).get(0).orThrow().bytes())
        .isEqualTo(samples.array());
    return encoding.orThrow();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer loop(int length) {
    ByteBuffer samples = little(2 * FRAMES);
    Random random = new Random();
    for (int t = 0; t < FRAMES; t++) {
      if (t % length == 0) {
        random = new Random(length);
      }
      samples.putShort((short) random.nextInt(1 << 12));
    }
    return samples;
  }

  @Test
  void aLoopIsKeptAsBytesThatComeAgain() {
    Encoding.Encoded loop = encoded("s16le,1ch", loop(2205));

    assertThat(loop.container().length).isLessThan(2 * 2205 + 300);
    assertThat(loop.statistics().storedAs()).isEqualTo(FileFormat.OPAQUE);
    assertThat(loop.statistics().fallbackReasons()).contains(AS_BYTES);
  }

  @Test
  void whatNeverComesAgainIsKeptAsSamples() {
    Encoding.Encoded noise = encoded("s16le,1ch", loop(FRAMES));

    assertThat(noise.statistics().fallbackReasons()).doesNotContain(AS_BYTES);
    assertThat(noise.statistics().storedAs()).isEqualTo(FileFormat.RAW_PCM);
  }

  @Test
  void numbersThatNoIntegersTellAreKeptAsBytesWhereThoseComeAgain() {
    ByteBuffer samples = little(8 * FRAMES);
    Random random = new Random(5);
    for (int t = 0; t < FRAMES; t++) {
      samples.putDouble(random.nextInt(50) * 0.707106781);
    }

    Encoding.Encoded gained = encoded("f64le,1ch", samples);

    assertThat(gained.container().length).isLessThan(2 * FRAMES);
    assertThat(gained.statistics().storedAs()).isEqualTo(FileFormat.OPAQUE);
  }
}
