package io.ardmstream.media.pcm;

import static io.ardmstream.media.Bytes.be32;
import static io.ardmstream.media.Bytes.join;
import static io.ardmstream.media.Bytes.le16;
import static io.ardmstream.media.Bytes.le32;
import static io.ardmstream.media.Bytes.text;

import io.ardmstream.media.Bytes;
import io.ardmstream.media.wav.Wavs;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Files of sound in all sorts of containers, written without the code under test. */
public final class Sounds {
  private static final byte[] WIDE_END =
      Bytes.of(0xF3, 0xAC, 0xD3, 0x11, 0x8C, 0xD1, 0, 0xC0, 0x4F, 0x8E, 0xDB, 0x8A);
  private static final byte[] RIFF_END =
      Bytes.of(0x2E, 0x91, 0xCF, 0x11, 0xA5, 0xD6, 0x28, 0xDB, 4, 0xC1, 0, 0);

  private Sounds() {}

  /** Numbers of 16 bits, odd ones among them, the greatest and the least. */
  public static int[] values(int count) {
    int[] values = new int[count];
    Arrays.setAll(values, i -> (int) Math.round(9000 * Math.sin(i * 0.3)) | i & 1);
    values[0] = -32768;
    values[1] = 32767;
    return values;
  }

  /**
   * These numbers in little-endian words of {@code bytes}, {@code zeros} of which are below them.
   */
  public static byte[] padded(int bytes, int zeros, int count) {
    ByteBuffer words = ByteBuffer.allocate(bytes * count);
    for (int value : values(count)) {
      long word = (long) value << 8 * zeros;
      for (int i = 0; i < bytes; i++) {
        words.put((byte) (word >> 8 * i));
      }
    }
    return words.array();
  }

  /** These numbers divided by {@code scale}, in little-endian words of 32 bits. */
  public static byte[] floats(float scale, int count) {
    ByteBuffer words = ByteBuffer.allocate(4 * count);
    for (int value : values(count)) {
      words.putInt(Integer.reverseBytes(Float.floatToRawIntBits(value / scale)));
    }
    return words.array();
  }

  /** The bytes of each word the other way round. */
  public static byte[] swapped(byte[] words, int bytes) {
    byte[] swapped = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      swapped[i] = words[i / bytes * bytes + bytes - 1 - i % bytes];
    }
    return swapped;
  }

  public static byte[] aiff(int channels, int bits, byte[] samples) {
    return form("AIFF", common(channels, bits), samples);
  }

  public static byte[] aiffC(String coding, int channels, int bits, byte[] samples) {
    return form("AIFC", join(common(channels, bits), text(coding), text("\0\0")), samples);
  }

  private static byte[] common(int channels, int bits) {
    byte[] rate = Bytes.of(0x40, 0x0E, 0xAC, 0x44, 0, 0, 0, 0, 0, 0);
    return join(be16(channels), be32(1), be16(bits), rate);
  }

  private static byte[] form(String type, byte[] common, byte[] samples) {
    byte[] data = join(be32(0), be32(0), samples);
    byte[] chunks = join(text(type), bigChunk("COMM", common), bigChunk("SSND", data));
    return join(text("FORM"), be32(chunks.length), chunks);
  }

  private static byte[] bigChunk(String name, byte[] contents) {
    return join(text(name), be32(contents.length), contents, new byte[contents.length & 1]);
  }

  public static byte[] au(int coding, int channels, long size, byte[] samples) {
    byte[] head = join(text(".snd"), be32(24), be32(size), be32(coding), be32(8000));
    return join(head, be32(channels), samples);
  }

  public static byte[] caf(int flags, int channels, int bits, long size, byte[] samples) {
    int frame = channels * ((bits + 7) / 8);
    byte[] rate = Bytes.of(0x40, 0xE5, 0x88, 0x80, 0, 0, 0, 0);
    byte[] coding = join(text("lpcm"), be32(flags), be32(frame), be32(1));
    byte[] description = join(rate, coding, be32(channels), be32(bits));
    byte[] before = join(text("caff"), be16(1), be16(0), text("desc"), be64(32), description);
    return join(
        before, text("free"), be64(3), new byte[3], text("data"), be64(size), be32(0), samples);
  }

  public static byte[] rf64(String name, int tag, int channels, int bits, byte[] samples) {
    byte[] wide = join(be64Little(0), be64Little(samples.length), be64Little(0), le32(0));
    byte[] head = join(text(name), le32(-1), text("WAVE"), Wavs.chunk("ds64", wide));
    byte[] format = Wavs.formatChunk(tag, channels, bits, 8000);
    return join(head, format, text("data"), le32(-1), samples);
  }

  public static byte[] rifx(int channels, int bits, byte[] samples) {
    int frame = channels * ((bits + 7) / 8);
    byte[] format = join(be16(1), be16(channels), be32(8000), be32(8000L * frame), be16(frame));
    byte[] chunks =
        join(text("WAVE"), bigChunk("fmt ", join(format, be16(bits))), bigChunk("data", samples));
    return join(text("RIFX"), be32(chunks.length), chunks);
  }

  public static byte[] w64(int tag, int channels, int bits, byte[] samples) {
    int frame = channels * ((bits + 7) / 8);
    byte[] format = join(le16(tag, channels), le32(8000, 8000L * frame), le16(frame, bits));
    byte[] chunks = join(wideChunk("fmt ", format), wideChunk("data", samples));
    byte[] riff = join(text("riff"), RIFF_END, be64Little(40 + chunks.length));
    return join(riff, text("wave"), WIDE_END, chunks);
  }

  private static byte[] wideChunk(String name, byte[] contents) {
    byte[] head = join(text(name), WIDE_END, be64Little(24 + contents.length));
    return join(head, contents, new byte[-contents.length & 7]);
  }

  private static byte[] be16(int value) {
    return Bytes.of(value >> 8, value);
  }

  private static byte[] be64(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  private static byte[] be64Little(long value) {
    return be64(Long.reverseBytes(value));
  }
}
