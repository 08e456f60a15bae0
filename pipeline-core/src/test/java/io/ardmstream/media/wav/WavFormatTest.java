package io.ardmstream.media.wav;

import static io.ardmstream.media.Bytes.join;
import static io.ardmstream.media.Bytes.le16;
import static io.ardmstream.media.Bytes.noise;
import static io.ardmstream.media.Bytes.text;
import static io.ardmstream.media.Bytes.with;
import static io.ardmstream.media.wav.Wavs.FLOAT;
import static io.ardmstream.media.wav.Wavs.PCM;
import static io.ardmstream.media.wav.Wavs.chunk;
import static io.ardmstream.media.wav.Wavs.extensible;
import static io.ardmstream.media.wav.Wavs.formatChunk;
import static io.ardmstream.media.wav.Wavs.plain;
import static io.ardmstream.media.wav.Wavs.riff;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Bytes;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.MediaFormatContract;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.media.pcm.Sounds;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavFormatTest extends MediaFormatContract {
  private static final byte[] MONO16 = plain(1, 16, 16000, noise(64, 1));
  private static final int DATA_SIZE_AT = 40;

  @Override
  protected MediaFormat format() {
    return new WavFormat();
  }

  @Override
  protected Map<String, byte[]> valid() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int bits : new int[] {8, 16, 24, 32}) {
      for (int channels = 1; channels <= 8; channels++) {
        byte[] samples = noise(5 * channels * bits / 8, channels);
        files.put(bits + " bits, " + channels + " channels", plain(channels, bits, 48000, samples));
      }
      files.put(bits + " bits, extensible", extensible(2, bits, 44100, PCM, noise(48, bits)));
    }
    files.put("no samples", plain(1, 16, 8000, new byte[0]));
    files.put("one sample", plain(1, 16, 8000, le16(-32768)));
    files.put("unusual rate", plain(2, 16, 12345, noise(40, 2)));
    files.put("12 significant bits", plain(1, 12, 8000, noise(20, 3)));
    files.put("ends inside a frame", plain(2, 16, 8000, noise(41, 4)));
    files.put("odd length without pad byte", Arrays.copyOf(plain(1, 8, 8000, noise(7, 5)), 51));
    files.put("data longer than the file", Arrays.copyOf(MONO16, 75));
    files.put("data size 0 of a stream", with(with(MONO16, 4, 0), DATA_SIZE_AT, 0));
    files.put("data size 2^32-1 of a stream", with(with(MONO16, 4, -1), DATA_SIZE_AT, -1));
    files.put("wrong RIFF size", with(MONO16, 4, 7));
    files.put("bytes after the end", join(MONO16, text("left over")));
    files.put(
        "chunks around the data",
        riff(info(), formatChunk(PCM, 1, 16, 8000), info(), data(), info()));
    files.put("two data chunks", riff(formatChunk(PCM, 1, 16, 8000), data(), data()));
    files.put("long format chunk", riff(longFormat(), data()));
    files.put("twelve channels", plain(12, 16, 8000, noise(240, 8)));
    files.put("255 channels", plain(255, 8, 8000, noise(255, 9)));
    files.put("16 bits on top of 32", plain(2, 32, 8000, Sounds.padded(4, 2, 40)));
    files.put("16 bits at the bottom of 32", plain(2, 32, 8000, Sounds.padded(4, 0, 40)));
    files.put("32 bits of zeros", plain(1, 32, 44100, new byte[64]));
    files.put("integers as floating point", floating(Sounds.floats(1 << 15, 60)));
    byte[] any = noise(64, 6);
    files.put("any floating point", riff(formatChunk(FLOAT, 1, 32, 8000), chunk("data", any)));
    files.put(
        "floating point of 64 bits", riff(formatChunk(FLOAT, 2, 64, 8000), chunk("data", any)));
    files.put("any floating point, extensible", extensible(1, 32, 8000, FLOAT, any));
    files.put("data size 0 of a file that died", unfinished());
    files.put("odd chunk without pad byte", unpadded());
    return files;
  }

  @Override
  protected Map<String, byte[]> keptOpaque() {
    byte[] samples = noise(64, 6);
    return Map.of(
        "mu-law", riff(formatChunk(7, 1, 8, 8000), chunk("data", samples)),
        "256 channels", plain(256, 16, 8000, noise(512, 7)),
        "floating point of 16 bits", riff(formatChunk(FLOAT, 1, 16, 8000), chunk("data", samples)),
        "no channel", plain(0, 16, 8000, samples),
        "64 bits", plain(1, 64, 8000, samples),
        "no bits", plain(1, 0, 8000, samples),
        "frames with gaps", with(MONO16, 32, 16 << 16 | 4));
  }

  @Override
  protected Map<String, Defect> faulty() {
    return Map.of(
        "ends after its RIFF header", new Defect(Arrays.copyOf(MONO16, 12), "ends before its data"),
        "ends in its format chunk", new Defect(Arrays.copyOf(MONO16, 30), "inside its fmt chunk"),
        "has no data chunk",
            new Defect(riff(formatChunk(PCM, 1, 16, 8000)), "ends before its data"),
        "has no format chunk", new Defect(riff(data()), "before any fmt chunk"),
        "has its format after the data",
            new Defect(riff(data(), formatChunk(PCM, 1, 16, 8000)), "before any fmt chunk"),
        "has a short format chunk",
            new Defect(riff(chunk("fmt ", new byte[14]), data()), "has 14 bytes"),
        "claims a chunk of 4 GiB before the data",
            new Defect(with(riff(info(), data()), 16, -1), "ends before its data"),
        "has more samples than allowed",
            new Defect(plain(1, 8, 8000, new byte[SMALL_SAMPLES + 1]), "beyond the limit"));
  }

  private static final int SMALL_SAMPLES = (int) SMALL.maxSamples();

  @ParameterizedTest
  @ValueSource(ints = {8000, 11025, 16000, 22050, 44100, 48000, 96000})
  void usualHeadersCostOneByte(int rate) {
    assertThat(foreign(plain(1, 16, rate, noise(20, rate)))).hasSize(1);
    assertThat(foreign(plain(2, 24, rate, noise(60, rate)))).hasSize(1);
    assertThat(foreign(plain(1, 8, rate, noise(7, rate)))).hasSize(1);
    assertThat(foreign(extensible(2, 24, rate, PCM, noise(60, rate)))).hasSize(1);
  }

  @Test
  void unusualHeadersCostLessThanTheirLength() {
    assertThat(foreign(plain(1, 16, 12345, noise(20, 1)))).hasSizeLessThan(24);
    assertThat(foreign(plain(2, 16, 12345, noise(20, 1)))).hasSizeLessThan(24);
  }

  @Test
  void readsSamplesAsNumbers() {
    Media stereo = parse(plain(2, 16, 8000, le16(1, -1, 32767, -32768)));
    assertThat(stereo.layout()).isEqualTo(SampleLayout.audio(2, 2, 16, true));
    assertThat(stereo.planes()).isDeepEqualTo(new int[][] {{1, 32767}, {-1, -32768}});
    assertThat(parse(plain(1, 8, 8000, Bytes.of(0, 128, 255))).planes()[0])
        .containsExactly(0, 128, 255);
    byte[] wide = Bytes.of(0xFF, 0xFF, 0xFF, 1, 2, 3);
    assertThat(parse(plain(1, 24, 8000, wide)).planes()[0]).containsExactly(-1, 0x030201);
    byte[] widest = Bytes.of(0, 0, 0, 0x80, 0xFF, 0xFF, 0xFF, 0x7F);
    assertThat(parse(plain(1, 32, 8000, widest)).planes()[0])
        .containsExactly(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static byte[] floating(byte[] words) {
    return riff(formatChunk(FLOAT, 1, 32, 44100), chunk("data", words));
  }

  /** The sizes of the file are right, but that of its data was never filled in. */
  private static byte[] unfinished() {
    return with(plain(1, 16, 8000, noise(64, 1)), DATA_SIZE_AT, 0);
  }

  private static byte[] unpadded() {
    byte[] odd = join(text("LIST"), Bytes.le32(5), text("INFOx"));
    return riff(formatChunk(PCM, 1, 16, 8000), odd, data());
  }

  @Test
  void findsSamplesWhateverTheSizesSay() {
    assertThat(parse(unfinished()).layout().width()).isEqualTo(32);
    assertThat(parse(unpadded()).layout().width())
        .isEqualTo(parse(riff(formatChunk(PCM, 1, 16, 8000), data())).layout().width());
  }

  @Test
  void wordsAreAsNarrowAsWhatIsInThem() {
    SampleLayout narrow = SampleLayout.audio(20, 1, 16, true);
    for (int zeros : new int[] {0, 1, 2}) {
      Media media = parse(plain(1, 32, 44100, Sounds.padded(4, zeros, 20)));
      assertThat(media.layout()).isEqualTo(narrow);
      assertThat(media.planes()[0]).isEqualTo(Sounds.values(20));
      assertThat(media.foreign()).hasSize(4);
    }
    assertThat(parse(plain(1, 32, 8000, noise(64, 3))).layout().bitDepth()).isEqualTo(32);
    assertThat(foreign(plain(1, 32, 8000, noise(64, 3)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1 << 15, 1 << 20})
  void integersAsFloatingPointAreIntegers(int scale) {
    Media media = parse(floating(Sounds.floats(scale, 60)));
    assertThat(media.layout()).isEqualTo(SampleLayout.audio(60, 1, 16, true));
    assertThat(media.planes()[0]).isEqualTo(Sounds.values(60));
  }

  @ParameterizedTest
  @ValueSource(floats = {-0.0f, Float.NaN, Float.NEGATIVE_INFINITY, 3e30f, 1e-30f})
  void numbersThatNoIntegersStandForAreTakenApart(float odd) {
    byte[] words = Sounds.floats(1 << 15, 60);
    byte[] file = floating(join(words, Bytes.le32(Float.floatToRawIntBits(odd))));
    assertThat(parse(file).type()).isNotEqualTo(FileFormat.OPAQUE);
    assertThat(MediaFormats.restore(parse(file))).isEqualTo(file);
  }

  @Test
  void aFewOddNumbersLeaveTheOthersIntegers() {
    int count = 20_000;
    ByteBuffer words = ByteBuffer.wrap(Sounds.floats(1 << 15, count)).order(LITTLE_ENDIAN);
    int[] expected = Sounds.values(count);
    words.putInt(0, 0x7FA12345);
    expected[0] = 0;
    words.putFloat(4 * 700, Float.POSITIVE_INFINITY);
    expected[700] = expected[699];
    for (int at = 900; at < 950; at++) {
      words.putFloat(4 * at, -0.0f);
      expected[at] = expected[899];
    }
    words.putFloat(4 * (count - 1), 1e-40f);
    expected[count - 1] = expected[count - 2];

    Media media = parse(floating(words.array()));

    assertThat(media.layout()).isEqualTo(SampleLayout.audio(count, 1, 16, true));
    assertThat(media.planes()[0]).isEqualTo(expected);
    assertThat(MediaFormats.restore(media)).isEqualTo(floating(words.array()));
  }

  @Test
  void veryManyOddNumbersAreToldOneByOne() {
    int count = 20_000;
    ByteBuffer words = ByteBuffer.wrap(Sounds.floats(1 << 15, count)).order(LITTLE_ENDIAN);
    for (int at = 0; at < count; at += 2) {
      words.putFloat(4 * at, -0.0f);
    }
    Media media = parse(floating(words.array()));

    assertThat(media.foreign().length).isLessThan(6 * count);
    assertThat(MediaFormats.restore(media)).isEqualTo(floating(words.array()));
  }

  @Test
  void anEmptyDataChunkIsEmptyUnlessTheFileIsAStream() {
    byte[] empty = riff(formatChunk(PCM, 1, 16, 8000), chunk("data", new byte[0]), info());
    assertThat(parse(empty).layout().width()).isZero();
    byte[] stream = with(with(MONO16, 4, 0), DATA_SIZE_AT, 0);
    assertThat(parse(stream).layout().width()).isEqualTo(32);
  }

  @Test
  void saysWhichSamplesItDoesNotUnderstand() {
    byte[] file = riff(formatChunk(FLOAT, 1, 16, 8000), chunk("data", noise(64, 6)));
    assertThat(parse(file).reason()).isEqualTo("WAV with floating-point samples of 16 bits");
  }

  private static Media parse(byte[] file) {
    return new WavFormat().parse(file, SMALL);
  }

  private static byte[] foreign(byte[] file) {
    return parse(file).foreign();
  }

  private static byte[] info() {
    return chunk("LIST", text("INFOISFT\5\0\0\0odd\0\0"));
  }

  private static byte[] data() {
    return chunk("data", noise(20, 8));
  }

  private static byte[] longFormat() {
    byte[] plain = Arrays.copyOfRange(formatChunk(PCM, 1, 16, 8000), 8, 24);
    return chunk("fmt ", join(plain, new byte[2]));
  }
}
