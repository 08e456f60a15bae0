package io.ardmstream.media.formats;

import static io.ardmstream.media.Bytes.join;
import static io.ardmstream.media.Bytes.noise;
import static io.ardmstream.media.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.media.SampleFormat;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.bmp.Bmps;
import io.ardmstream.media.png.Pngs;
import io.ardmstream.media.wav.Wavs;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Files of random shape with something random before and after come back. */
class RandomMediaTest {

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void wav(
      @ForAll @IntRange(min = 1, max = 8) int channels,
      @ForAll @IntRange(min = 1, max = 32) int bits,
      @ForAll @IntRange(min = 1, max = 70) int bytes,
      @ForAll @IntRange(max = 200_000) int rate,
      @ForAll @From("tails") byte[] extra,
      @ForAll @From("tails") byte[] tail) {
    byte[] format = Wavs.formatChunk(Wavs.PCM, channels, bits, rate);
    byte[] data = Wavs.chunk("data", noise(bytes, rate));
    byte[] file = join(Wavs.riff(format, Wavs.chunk("LIST", extra), data), tail);
    Media media = assertRestored(file, MediaOptions.defaults());
    assertThat(media.type()).isEqualTo(FileFormat.WAV);
    assertThat(media.layout().width()).isEqualTo(bytes / (channels * ((bits + 7) / 8)));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void pnm(
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll @IntRange(min = 1, max = 20) int height,
      @ForAll boolean colour,
      @ForAll @IntRange(min = 1, max = 65535) int greatest,
      @ForAll @From("tails") byte[] tail) {
    String header = "%s %d\n%d %d\n".formatted(colour ? "P6" : "P5", width, height, greatest);
    int bytes = width * height * (colour ? 3 : 1) * (greatest > 255 ? 2 : 1);
    byte[] raster = noise(bytes, greatest);
    raster[bytes - 1] |= 1; // where all samples are even, fewer bits are kept than the file has
    byte[] file = join(text(header), raster, tail);
    assertThat(assertRestored(file, MediaOptions.defaults()).layout().rawBytes()).isEqualTo(bytes);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void pnmWithItsBitsAtTheTop(
      @ForAll @IntRange(min = 1, max = 6) int width,
      @ForAll @IntRange(min = 1, max = 6) int height,
      @ForAll boolean colour,
      @ForAll @IntRange(min = 1, max = 15) int unused,
      @ForAll @From("tails") byte[] tail) {
    String header = "%s %d\n%d 65535\n".formatted(colour ? "P6" : "P5", width, height);
    byte[] raster = noise(width * height * (colour ? 3 : 1) * 2, width);
    for (int i = 0; i < raster.length; i += 2) {
      int sample = (raster[i] << 8 | raster[i + 1] & 0xff) & -1 << unused;
      raster[i] = (byte) (sample >> 8);
      raster[i + 1] = (byte) sample;
    }
    assertRestored(join(text(header), raster, tail), MediaOptions.defaults());
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void bmp(
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll @IntRange(min = 1, max = 20) int height,
      @ForAll boolean topDown,
      @ForAll @IntRange(min = 0, max = 2) int kind,
      @ForAll @From("tails") byte[] extra,
      @ForAll @From("tails") byte[] tail) {
    int bits = new int[] {8, 24, 32}[kind];
    byte[] raster = noise(Bmps.rasterBytes(width, height, bits), width);
    byte[] file = Bmps.file(width, topDown ? -height : height, bits, extra, raster);
    Media media = assertRestored(join(file, tail), MediaOptions.defaults());
    assertThat(media.layout()).isEqualTo(SampleLayout.image(width, height, bits / 8, 8));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void png(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @From("kinds") int kind,
      @ForAll boolean interlaced,
      @ForAll @From("tails") byte[] before,
      @ForAll @From("tails") byte[] after) {
    Pngs image = new Pngs(width, height, kind % 100, kind / 100, interlaced);
    byte[] file = image.file(Pngs.chunk("teSt", before), Pngs.chunk("tEST", after));
    Media media = MediaFormats.parse(file, MediaOptions.defaults());
    Media again = MediaFormats.parse(MediaFormats.restore(media), MediaOptions.defaults());
    assertThat(again).isEqualTo(media);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void rawAudio(
      @ForAll @From("formats") SampleFormat format,
      @ForAll @IntRange(min = 1, max = 8) int channels,
      @ForAll @From("tails") byte[] file) {
    var descriptor = new RawDescriptor.Audio(format, channels, 44100);
    assertRestored(file, MediaOptions.defaults().withRaw(descriptor));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void rawImage(
      @ForAll @From("formats") SampleFormat format,
      @ForAll @IntRange(min = 1, max = 9) int channels,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll boolean interleaved) {
    var descriptor = new RawDescriptor.Image(format, channels, width, height, interleaved);
    byte[] file = noise(format.bits() / 8 * channels * width * height, width);
    assertRestored(file, MediaOptions.defaults().withRaw(descriptor));
  }

  @Provide
  Arbitrary<byte[]> tails() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
  }

  /** Colour type times 100 plus depth. */
  @Provide
  Arbitrary<Integer> kinds() {
    return Arbitraries.of(1, 2, 4, 8, 16, 208, 216, 301, 302, 304, 308, 408, 416, 608, 616);
  }

  @Provide
  Arbitrary<SampleFormat> formats() {
    return Arbitraries.of("u8,1ch", "s8,1ch", "u16le,1ch", "s16be,1ch", "u24be,1ch", "s32le,1ch")
        .map(text -> RawDescriptor.parse(text).format());
  }

  private static Media assertRestored(byte[] file, MediaOptions options) {
    Media media = MediaFormats.parse(file, options);
    assertThat(MediaFormats.restore(media)).isEqualTo(file);
    return media;
  }
}
