package io.ardmstream.media.wav;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.Wrapping;
import java.util.ArrayList;
import java.util.List;

/**
 * The headers that most programs write, for every common sample rate: the plain one of 44 bytes,
 * the same without the pad byte that an odd number of bytes should have, and the extensible one.
 *
 * <p>Numbered through for {@link Wrapping}: a new one goes to the end.
 */
final class WavTemplates {
  private static final int[] RATES = {
    8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 88200, 96000, 176400, 192000
  };
  private static final int[] SPEAKERS = {0x4, 0x3, 0x7, 0x33, 0x37, 0x3F, 0x70F, 0x63F};
  private static final String PCM_GUID =
      "\u0001\0\0\0\0\0\u0010\0\u0080\0\0\u00AA\0\u0038\u009B\u0071";
  private static final int PLAIN = 16;
  private static final int EXTENSIBLE = 40;

  private WavTemplates() {}

  static List<Wrapping> of(SampleLayout layout) {
    int bytes = layout.bytesPerSample();
    return of(new Words(layout.channels(), layout.width(), bytes, layout.bitDepth()));
  }

  /** Those of files whose samples fill words of that many bytes, whatever their depth. */
  static List<Wrapping> of(int channels, int frames, int bytes) {
    return of(new Words(channels, frames, bytes, 8 * bytes));
  }

  private static List<Wrapping> of(Words words) {
    List<Wrapping> templates = new ArrayList<>();
    long pad = words.all() & 1;
    for (int rate : RATES) {
      templates.add(header(words, rate, PLAIN, pad));
    }
    for (int rate : RATES) {
      templates.add(header(words, rate, PLAIN, 0));
    }
    for (int rate : RATES) {
      templates.add(header(words, rate, EXTENSIBLE, pad));
    }
    return templates;
  }

  /** The words of a file, of so many bytes and bits. */
  private record Words(int channels, int frames, int bytes, int bits) {
    long all() {
      return (long) channels * frames * bytes;
    }
  }

  private static Wrapping header(Words words, int rate, int formatBytes, long pad) {
    int frameBytes = words.channels() * words.bytes();
    boolean plain = formatBytes == PLAIN;
    ByteSink header = new ByteSink();
    header.ascii("RIFF").le32(20 + formatBytes + words.all() + pad).ascii("WAVE");
    header.ascii("fmt ").le32(formatBytes);
    header.le16(plain ? WavHeader.PCM : WavHeader.EXTENSIBLE).le16(words.channels());
    header.le32(rate).le32((long) rate * frameBytes).le16(frameBytes).le16(words.bits());
    if (!plain) {
      header.le16(22).le16(words.bits()).le32(speakers(words.channels())).ascii(PCM_GUID);
    }
    header.ascii("data").le32(words.all());
    return new Wrapping(header.toBytes(), new byte[(int) pad]);
  }

  private static int speakers(int channels) {
    return channels <= SPEAKERS.length ? SPEAKERS[channels - 1] : 0;
  }
}
