package io.ardmstream.media.flac;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Any stream that RFC 9639 allows comes back, and its samples are those that were written. */
class RandomFlacTest {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void comesBack(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int channels,
      @ForAll @IntRange(min = 4, max = 32) int depth,
      @ForAll @IntRange(min = 1, max = 2000) int length) {
    Flacs flac = new Flacs(seed, channels, depth, length).frames();
    assertTakenApart(flac, flac.file());
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void comesBackWithWhatIsAround(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 2) int channels,
      @ForAll @IntRange(min = 1, max = 600) int length) {
    Random random = new Random(seed);
    Flacs flac = new Flacs(seed, channels, 16, length);
    for (int left = length; left > 0; ) {
      int size = Math.min(left, 1 + random.nextInt(200));
      flac.junk(bytes(random, random.nextInt(3) == 0 ? 40 : 0)).frame(size);
      left -= size;
    }
    flac.junk(bytes(random, random.nextInt(30)));
    byte[] seekTable = Flacs.block(3, false, bytes(random, 18 * 5 + random.nextInt(18)));
    byte[] application = Flacs.block(2, false, bytes(random, random.nextInt(50)));
    assertTakenApart(flac, flac.file(seekTable, application));
  }

  /** Bytes that begin no frame. */
  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    for (int i = 0; i < length; i++) {
      bytes[i] = bytes[i] == -1 ? 0 : bytes[i];
    }
    return bytes;
  }

  private static void assertTakenApart(Flacs flac, byte[] file) {
    FlacFormat format = new FlacFormat();
    assertThat(format.recognises(file)).isTrue();
    Media media = format.parse(file, Limits.defaults());
    assertThat(media.type()).isEqualTo(FileFormat.FLAC);
    assertThat(Arrays.deepEquals(media.planes(), flac.planes())).isTrue();
    assertThat(format.restore(media)).isEqualTo(file);
  }
}
