package io.ardmstream.media.png.file;

import io.ardmstream.media.BigEndian;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.Check;
import io.ardmstream.media.SampleLayout;

/**
 * The IHDR chunk of a PNG file.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param depth bits a sample
 * @param colour what the samples of a pixel are
 * @param interlaced whether the pixels come in the seven passes of Adam7
 */
public record PngHeader(int width, int height, int depth, Colour colour, boolean interlaced) {
  public static final int BYTES = 13;

  /** Colour types with their code in the file, samples a pixel, and allowed depths as a bit set. */
  public enum Colour {
    GREY(0, 1, 1 << 1 | 1 << 2 | 1 << 4 | 1 << 8 | 1 << 16),
    RGB(2, 3, 1 << 8 | 1 << 16),
    PALETTE(3, 1, 1 << 1 | 1 << 2 | 1 << 4 | 1 << 8),
    GREY_ALPHA(4, 2, 1 << 8 | 1 << 16),
    RGB_ALPHA(6, 4, 1 << 8 | 1 << 16);

    private final int code;
    private final int channels;
    private final int depths;

    Colour(int code, int channels, int depths) {
      this.code = code;
      this.channels = channels;
      this.depths = depths;
    }

    public boolean allows(int depth) {
      return depth >= 0 && depth <= 16 && (depths >> depth & 1) == 1;
    }
  }

  /** Reads the header from the data of an IHDR chunk. */
  public static PngHeader read(byte[] data, Check check, int at) {
    check.that(data.length == BYTES, at, "IHDR has %d bytes, not %d", data.length, BYTES);
    int width = BigEndian.s32(data, 0);
    int height = BigEndian.s32(data, 4);
    check.that(width > 0 && height > 0, at, "the image is %d by %d", width, height);
    Colour colour = colour(data[9]);
    check.that(
        colour != null && colour.allows(data[8]),
        at,
        "colour type %d with %d bits does not exist",
        data[9],
        data[8]);
    check.that(data[10] == 0 && data[11] == 0, at, "the compression or filter method is unknown");
    check.that((data[12] & 0xFE) == 0, at, "interlace method %d is unknown", data[12]);
    return new PngHeader(width, height, data[8], colour, data[12] == 1);
  }

  /** Samples that the header of a file claims, 0 if it has none. */
  public static long claimedSamples(byte[] file) {
    int at = PngFile.SIGNATURE.length() + 8;
    if (file.length < at + BYTES) {
      return 0;
    }
    long pixels = (long) BigEndian.s32(file, at) * BigEndian.s32(file, at + 4);
    Colour colour = colour(file[at + 9]);
    return pixels <= 0 || colour == null ? 0 : pixels * colour.channels;
  }

  private static Colour colour(int code) {
    for (Colour colour : Colour.values()) {
      if (colour.code == code) {
        return colour;
      }
    }
    return null;
  }

  /** The header of samples in a layout; its colour allows the depth or not. */
  public static PngHeader of(SampleLayout layout, boolean palette, boolean interlaced) {
    Colour colour =
        switch (layout.channels()) {
          case 1 -> palette ? Colour.PALETTE : Colour.GREY;
          case 2 -> Colour.GREY_ALPHA;
          case 3 -> Colour.RGB;
          default -> Colour.RGB_ALPHA;
        };
    return new PngHeader(layout.width(), layout.height(), layout.bitDepth(), colour, interlaced);
  }

  public PngChunk chunk() {
    ByteSink data = new ByteSink();
    data.be32(width).be32(height).u8(depth).u8(colour.code).u8(0).u8(0).u8(interlaced ? 1 : 0);
    return new PngChunk("IHDR", data.toBytes());
  }

  public int channels() {
    return colour.channels;
  }

  public SampleLayout layout() {
    return SampleLayout.image(width, height, channels(), depth);
  }

  /** Bytes of a line of that many pixels. */
  public long lineBytes(int pixels) {
    return ((long) pixels * channels() * depth + 7) / 8;
  }
}
