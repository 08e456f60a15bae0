package io.ardmstream.media.video;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.media.raster.Arrangement;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Patch;
import io.ardmstream.media.raster.Patches;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.RasterFormat;
import io.ardmstream.media.raster.Words;

/** Frames without a header as cameras give them, any number one after the other. */
public final class CameraFrames {
  private static final int COLOURS = 4;

  /** What a frame costs besides its samples, in samples. */
  private static final int MANY = 64;

  private CameraFrames() {}

  /** Takes frames apart as declared. */
  public static Media parse(byte[] file, RawDescriptor.Frames frames, Limits limits) {
    String where = "raw descriptor " + frames;
    limits.checkShape(frames.width(), frames.height(), 3, where);
    long bytes = bits(frames) / 8;
    if (bits(frames) % 8 != 0 || file.length == 0 || file.length % bytes != 0) {
      throw new UnsupportedInputException(
          "A frame of the declared shape has " + bytes + " bytes, the input " + file.length,
          where,
          "Declare the shape that the input has; it may be several frames.");
    }
    int count = (int) (file.length / bytes);
    limits.checkShape(COLOURS, MANY, count, where);
    Raster raster =
        switch (frames.pixels()) {
          case BGGR, GBRG, GRBG, RGGB -> mosaic(frames, count, limits, where);
          case I444 -> full(frames, count, limits, where);
          default -> subsampled(frames, count, limits, where);
        };
    return RasterFormat.parse(file, frames.pixels().name(), Finding.of(file, raster), limits);
  }

  private static Chroma chroma(RawDescriptor.Frames frames) {
    int down =
        switch (frames.pixels()) {
          case I420, YV12, NV12, NV21, P010 -> 2;
          default -> 1;
        };
    return new Chroma(frames.width(), frames.height(), 2, down);
  }

  private static long bits(RawDescriptor.Frames frames) {
    long luma = (long) frames.width() * frames.height() * frames.format().bits();
    Chroma chroma = chroma(frames);
    long small = (long) chroma.chromaWidth() * chroma.chromaHeight() * frames.format().bits();
    return switch (frames.pixels()) {
      case BGGR, GBRG, GRBG, RGGB -> luma;
      case I444 -> 3 * luma;
      case YUYV, YVYU, UYVY -> 4 * small;
      default -> luma + 2 * small;
    };
  }

  private static Raster subsampled(
      RawDescriptor.Frames frames, int count, Limits limits, String where) {
    Chroma chroma = chroma(frames);
    limits.checkShape(chroma.wide(), (long) chroma.high() * count, 1, where);
    int bits = frames.format().bits();
    Patches patches = new Patches();
    for (int i = 0; i < count; i++) {
      chroma.add(patches, i * chroma.high(), bits, places(frames, chroma, i * bits(frames)));
    }
    Words words = Words.unsigned(frames.format().bigEndian());
    return new Raster(chroma.wide(), chroma.high() * count, 1, words, patches.toList());
  }

  private static Chroma.Place[] places(RawDescriptor.Frames frames, Chroma chroma, long start) {
    int bits = frames.format().bits();
    int width = chroma.width();
    int half = chroma.chromaWidth();
    long after = start + (long) width * chroma.height() * bits;
    long plane = (long) half * chroma.chromaHeight() * bits;
    return switch (frames.pixels()) {
      case I420, I422 -> planes(start, after, after + plane, bits, bits, width, half);
      case YV12 -> planes(start, after + plane, after, bits, bits, width, half);
      case NV12, NV16, P010 -> planes(start, after, after + bits, bits, 2L * bits, width, half);
      case NV21 -> planes(start, after + bits, after, bits, 2L * bits, width, half);
      case YUYV -> planes(start, start + 8, start + 24, 16, 32, 2 * half, half);
      case YVYU -> planes(start, start + 24, start + 8, 16, 32, 2 * half, half);
      case UYVY -> planes(start + 8, start, start + 16, 16, 32, 2 * half, half);
      default -> throw new IllegalStateException(frames + " has no chroma planes");
    };
  }

  private static Chroma.Place[] planes(
      long luma, long blue, long red, long step, long chromaStep, int width, int half) {
    return new Chroma.Place[] {
      new Chroma.Place(luma, step, width),
      new Chroma.Place(blue, chromaStep, half),
      new Chroma.Place(red, chromaStep, half)
    };
  }

  private static Raster full(RawDescriptor.Frames frames, int count, Limits limits, String where) {
    limits.checkShape(frames.width(), (long) frames.height() * count, 3, where);
    int bits = frames.format().bits();
    Arrangement frame = Arrangement.dense(frames.width(), frames.height(), 3, bits, true);
    Words words = Words.unsigned(frames.format().bigEndian());
    return new Raster(frames.width(), frames.height() * count, 3, words, frame.stacked(0, count));
  }

  /** Each of the four places of a mosaic is a channel, whatever its colour. */
  private static Raster mosaic(
      RawDescriptor.Frames frames, int count, Limits limits, String where) {
    int wide = (frames.width() + 1) / 2;
    int high = (frames.height() + 1) / 2;
    limits.checkShape(wide, (long) high * count, COLOURS, where);
    int bits = frames.format().bits();
    long row = (long) frames.width() * bits;
    Patches patches = new Patches();
    for (int i = 0; i < count; i++) {
      for (int colour = 0; colour < COLOURS; colour++) {
        int right = colour & 1;
        int down = colour >> 1;
        int width = (frames.width() - right + 1) / 2;
        int height = (frames.height() - down + 1) / 2;
        if (width > 0 && height > 0) {
          long address = (i * (long) frames.height() + down) * row + (long) right * bits;
          patches.add(
              new Patch(colour, 0, i * high, width, height, bits, address, 2L * bits, 2 * row));
        }
      }
    }
    Words words = Words.unsigned(frames.format().bigEndian());
    return new Raster(wide, high * count, COLOURS, words, patches.toList());
  }
}
