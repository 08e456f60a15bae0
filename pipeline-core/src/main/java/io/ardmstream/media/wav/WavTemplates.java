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
    List<Wrapping> templates = new ArrayList<>();
    long pad = layout.rawBytes() & 1;
    for (int rate : RATES) {
      templates.add(header(layout, rate, PLAIN, pad));
    }
    for (int rate : RATES) {
      templates.add(header(layout, rate, PLAIN, 0));
    }
    for (int rate : RATES) {
      templates.add(header(layout, rate, EXTENSIBLE, pad));
    }
    return templates;
  }

  private static Wrapping header(SampleLayout layout, int rate, int formatBytes, long pad) {
    int frameBytes = layout.channels() * layout.bytesPerSample();
    boolean plain = formatBytes == PLAIN;
    ByteSink header = new ByteSink();
    header.ascii("RIFF").le32(20 + formatBytes + layout.rawBytes() + pad).ascii("WAVE");
    header.ascii("fmt ").le32(formatBytes);
    header.le16(plain ? WavHeader.PCM : WavHeader.EXTENSIBLE).le16(layout.channels());
    header.le32(rate).le32((long) rate * frameBytes).le16(frameBytes).le16(layout.bitDepth());
    if (!plain) {
      header.le16(22).le16(layout.bitDepth()).le32(speakers(layout.channels())).ascii(PCM_GUID);
    }
    header.ascii("data").le32(layout.rawBytes());
    return new Wrapping(header.toBytes(), new byte[(int) pad]);
  }

  private static int speakers(int channels) {
    return channels <= SPEAKERS.length ? SPEAKERS[channels - 1] : 0;
  }
}
