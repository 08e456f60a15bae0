package io.ardmstream.media.wav;

import static io.ardmstream.media.Bytes.join;
import static io.ardmstream.media.Bytes.le16;
import static io.ardmstream.media.Bytes.le32;
import static io.ardmstream.media.Bytes.text;

import io.ardmstream.media.Bytes;

/** WAV files, ordinary and odd. */
public final class Wavs {
  public static final int PCM = 1;
  static final int FLOAT = 3;

  private static final byte[] GUID_TAIL =
      Bytes.of(0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71);

  private Wavs() {}

  /** As most programs write it: 44 bytes and the samples, with a pad byte if they are odd. */
  public static byte[] plain(int channels, int bits, int rate, byte[] samples) {
    return riff(formatChunk(PCM, channels, bits, rate), chunk("data", samples));
  }

  static byte[] extensible(int channels, int bits, int rate, int tag, byte[] samples) {
    byte[] extension = join(le16(22, bits), le32(channels == 1 ? 4 : 3), le16(tag), GUID_TAIL);
    byte[] format = join(description(0xFFFE, channels, bits, rate), extension);
    return riff(chunk("fmt ", format), chunk("data", samples));
  }

  public static byte[] riff(byte[]... chunks) {
    byte[] all = join(chunks);
    return join(text("RIFF"), le32(4 + all.length), text("WAVE"), all);
  }

  public static byte[] chunk(String id, byte[] content) {
    return join(text(id), le32(content.length), content, new byte[content.length & 1]);
  }

  public static byte[] formatChunk(int tag, int channels, int bits, int rate) {
    return chunk("fmt ", description(tag, channels, bits, rate));
  }

  private static byte[] description(int tag, int channels, int bits, int rate) {
    int frame = (bits + 7) / 8 * channels;
    return join(le16(tag, channels), le32(rate, (long) rate * frame), le16(frame, bits));
  }
}
