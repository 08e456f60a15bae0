package io.ardmstream.media.pcm;

import static io.ardmstream.media.Bytes.noise;
import static io.ardmstream.media.pcm.Sounds.padded;
import static io.ardmstream.media.pcm.Sounds.swapped;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.MediaFormatContract;
import io.ardmstream.media.SampleLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SoundFormatTest extends MediaFormatContract {
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int COUNT = 40;
  private static final byte[] LITTLE = padded(2, 0, COUNT);
  private static final byte[] BIG = swapped(LITTLE, 2);
  private static final byte[] LITTLE_FLOATS = Sounds.floats(1 << 15, COUNT);
  private static final byte[] BIG_FLOATS = swapped(LITTLE_FLOATS, 4);

  @Override
  protected MediaFormat format() {
    return new SoundFormat();
  }

  /** The same numbers of 16 bits in every container. */
  private static Map<String, byte[]> alike() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("AIFF", Sounds.aiff(1, 16, BIG));
    files.put("AIFF, 24 bits", Sounds.aiff(1, 24, swapped(padded(3, 1, COUNT), 3)));
    files.put("AIFF-C", Sounds.aiffC("NONE", 1, 16, BIG));
    files.put("AIFF-C, little-endian", Sounds.aiffC("sowt", 1, 16, LITTLE));
    files.put("AIFF-C, 32 bits", Sounds.aiffC("in32", 1, 32, swapped(padded(4, 2, COUNT), 4)));
    files.put("AIFF-C, floating", Sounds.aiffC("fl32", 1, 32, BIG_FLOATS));
    files.put("AU", Sounds.au(3, 1, BIG.length, BIG));
    files.put("AU, length unknown", Sounds.au(3, 1, -1, BIG));
    files.put("AU, floating", Sounds.au(6, 1, 4 * COUNT, BIG_FLOATS));
    files.put("CAF", Sounds.caf(0, 1, 16, 4 + BIG.length, BIG));
    files.put("CAF, little-endian", Sounds.caf(2, 1, 16, 4 + LITTLE.length, LITTLE));
    files.put("CAF, length unknown", Sounds.caf(2, 1, 16, -1, LITTLE));
    files.put("CAF, floating", Sounds.caf(3, 1, 32, -1, LITTLE_FLOATS));
    files.put("RF64", Sounds.rf64("RF64", PCM, 1, 16, LITTLE));
    files.put("BW64", Sounds.rf64("BW64", PCM, 1, 16, LITTLE));
    files.put("RF64, floating", Sounds.rf64("RF64", FLOAT, 1, 32, LITTLE_FLOATS));
    files.put("RIFX", Sounds.rifx(1, 16, BIG));
    files.put("W64", Sounds.w64(PCM, 1, 16, LITTLE));
    files.put("W64, floating", Sounds.w64(FLOAT, 1, 32, LITTLE_FLOATS));
    return files;
  }

  @Override
  protected Map<String, byte[]> valid() {
    Map<String, byte[]> files = alike();
    files.put("AIFF, 8 bits, stereo", Sounds.aiff(2, 8, noise(40, 1)));
    files.put("AIFF-C, unsigned", Sounds.aiffC("raw ", 1, 8, noise(40, 2)));
    files.put("AIFF, 12 channels", Sounds.aiff(12, 16, noise(240, 3)));
    files.put("RF64, 8 bits", Sounds.rf64("RF64", PCM, 1, 8, noise(33, 4)));
    files.put("W64, 32 bits", Sounds.w64(PCM, 2, 32, noise(80, 5)));
    files.put("AIFF cut in its samples", Arrays.copyOf(Sounds.aiff(1, 16, BIG), 100));
    files.put("AU, any floating-point numbers", Sounds.au(6, 1, 80, noise(80, 6)));
    files.put("no samples", Sounds.au(3, 1, 0, new byte[0]));
    return files;
  }

  @Override
  protected Map<String, byte[]> keptOpaque() {
    byte[] none = noise(80, 6);
    return Map.of(
        "AIFF-C, mu-law", Sounds.aiffC("ulaw", 1, 16, none),
        "AU, mu-law", Sounds.au(1, 1, 80, none),
        "AU, no channels", Sounds.au(3, 0, 80, none),
        "CAF, 20 bits of 64", Sounds.caf(0, 1, 64, -1, none),
        "RF64, ADPCM", Sounds.rf64("RF64", 2, 1, 4, none),
        "W64 cut in its header", Arrays.copyOf(Sounds.w64(PCM, 1, 16, none), 60),
        "AIFF without samples", Arrays.copyOf(Sounds.aiff(1, 16, none), 40));
  }

  @Override
  protected Map<String, Defect> faulty() {
    byte[] many = new byte[(int) SMALL.maxSamples() + 1];
    return Map.of("more samples than allowed", new Defect(Sounds.aiff(1, 8, many), "the limit"));
  }

  /** What is above 24 bits says which channel it is, or nothing: it is not the sign. */
  @Test
  void samplesBelowAForeignByteAreFound() {
    for (int width : new int[] {16, 24}) {
      byte[] words = tagged(width);
      for (byte[] file :
          List.of(Sounds.w64(PCM, 2, 32, words), Sounds.aiff(2, 32, swapped(words, 4)))) {
        Media media = format().parse(file, SMALL);

        assertThat(media.layout().bitDepth()).isLessThanOrEqualTo(width);
        int offset = media.planes()[0][3] - Sounds.values(COUNT)[3];
        assertThat(Arrays.stream(media.planes()[0]).map(value -> value - offset).toArray())
            .isEqualTo(Sounds.values(COUNT));
        assertThat(format().restore(media)).isEqualTo(file);
      }
    }
  }

  private static byte[] tagged(int width) {
    ByteBuffer words = ByteBuffer.allocate(8 * COUNT).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : Sounds.values(COUNT)) {
      int sample = value & (1 << width) - 1;
      words.putInt(sample | 0x51 << 24).putInt(sample | 0x22 << 24);
    }
    return words.array();
  }

  @TestFactory
  Stream<DynamicTest> theSameSamplesAreTheSamePlanes() {
    return alike().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      Media media = format().parse(file.getValue(), SMALL);
                      assertThat(media.layout()).isEqualTo(SampleLayout.audio(COUNT, 1, 16, true));
                      assertThat(media.planes()[0]).isEqualTo(Sounds.values(COUNT));
                      assertThat(media.foreign()).hasSizeLessThan(60);
                    }));
  }
}
