package io.ardmstream.media;

import io.ardmstream.failure.UnsupportedInputException;
import java.util.Set;

/**
 * Windows bitmaps without compression: 8 bits (the indexes are the samples, the palette is
 * foreign), 24 and 32 bits a pixel. Every other variant stays opaque.
 *
 * <p>The foreign bytes wrap a suffix that begins with the padding of all rows.
 */
final class BmpFormat implements MediaFormat {
  private static final Set<Integer> INFO_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);
  private static final int BIT_FIELDS = 3;
  private static final SampleFormat BYTE = new SampleFormat(8, false, false);

  @Override
  public MediaType type() {
    return MediaType.BMP;
  }

  @Override
  public boolean recognises(byte[] file) {
    return Ascii.at(file, 0, "BM")
        && file.length >= BmpHeader.FILE_HEADER + 4
        && INFO_HEADERS.contains(LittleEndian.s32(file, BmpHeader.FILE_HEADER));
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    BmpHeader header = BmpHeader.read(file);
    String obstacle = obstacle(header);
    return obstacle.isEmpty()
        ? pixels(file, header, limits)
        : OpaqueFormat.keep(file, "BMP with " + obstacle, limits);
  }

  private static String obstacle(BmpHeader header) {
    if (header.infoBytes() == BmpHeader.CORE_HEADER) {
      return "a header of OS/2";
    } else if (header.bits() != 8 && header.bits() != 24 && header.bits() != 32) {
      return header.bits() + " bits a pixel";
    } else if (header.compression() == BIT_FIELDS && header.bits() == 32) {
      return header.usualMasks() ? "" : "unusual colour masks";
    }
    return header.compression() == 0 ? "" : "compression method " + header.compression();
  }

  private static Media pixels(byte[] file, BmpHeader header, Limits limits) {
    limits.checkShape(header.width(), header.height(), header.channels(), "byte 18");
    int start = (int) header.rasterStart();
    long bytes = header.stride() * header.height();
    BmpHeader.CHECK.that(
        bytes <= file.length - start,
        start,
        "%d bytes of pixels, not %d",
        file.length - start,
        bytes);
    var layout =
        SampleLayout.image((int) header.width(), (int) header.height(), header.channels(), 8);
    byte[] foreign = wrapping(file, header).pack(BmpTemplates.of(layout));
    return new Media(MediaType.BMP, layout, planes(file, header, layout), foreign, Fidelity.BYTES);
  }

  private static int[][] planes(byte[] file, BmpHeader header, SampleLayout layout) {
    int start = (int) header.rasterStart();
    int channels = layout.channels();
    int width = layout.width();
    int[][] planes = new int[channels][layout.planeSize()];
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < layout.height(); y++) {
        int at = start + header.rowAt(y) + BmpHeader.channelAt(c, channels);
        BYTE.read(file, at, channels, planes[c], y * width, width);
      }
    }
    return planes;
  }

  private static Wrapping wrapping(byte[] file, BmpHeader header) {
    int start = (int) header.rasterStart();
    int end = start + (int) (header.stride() * header.height());
    ByteSink suffix = new ByteSink();
    if (header.padding() > 0) {
      for (int at = start; at < end; at += (int) header.stride()) {
        suffix.bytes(file, at + (int) header.rowBytes(), header.padding());
      }
    }
    suffix.bytes(file, end, file.length - end);
    return new Wrapping(Wrapping.around(file, start, 0).prefix(), suffix.toBytes());
  }

  @Override
  public byte[] restore(Media media) {
    SampleLayout layout = media.layout();
    new ForeignSource(media.foreign()).require(possible(layout), "are not of a BMP " + layout);
    Wrapping wrapping = Wrapping.unpack(media.foreign(), BmpTemplates.of(layout));
    BmpHeader header = header(wrapping, layout);
    byte[] file = wrapping.fileOf(layout.rawBytes());
    writePadding(wrapping, header, file);
    int start = wrapping.prefix().length;
    for (int c = 0; c < layout.channels(); c++) {
      for (int y = 0; y < layout.height(); y++) {
        int at = start + header.rowAt(y) + BmpHeader.channelAt(c, layout.channels());
        int[] plane = media.planes()[c];
        BYTE.write(plane, y * layout.width(), layout.width(), file, at, layout.channels());
      }
    }
    return file;
  }

  private static boolean possible(SampleLayout layout) {
    long paddedRow = (long) layout.width() * layout.channels() + 3;
    boolean pixels = layout.channels() != 2 && layout.channels() <= 4 && layout.bitDepth() == 8;
    return pixels && paddedRow * layout.height() <= SampleLayout.MAX_PLANE;
  }

  private static void writePadding(Wrapping wrapping, BmpHeader header, byte[] file) {
    int padding = header.padding();
    int at = wrapping.prefix().length + (int) header.rowBytes();
    for (int y = 0; y < header.height() && padding > 0; y++, at += (int) header.stride()) {
      System.arraycopy(wrapping.suffix(), y * padding, file, at, padding);
    }
  }

  private static BmpHeader header(Wrapping wrapping, SampleLayout layout) {
    byte[] prefix = wrapping.prefix();
    ForeignSource complaint = new ForeignSource(prefix);
    complaint.require(new BmpFormat().recognises(prefix), "hold no BMP header");
    try {
      BmpHeader header = BmpHeader.read(prefix);
      boolean fits =
          header.width() == layout.width()
              && header.height() == layout.height()
              && header.channels() == layout.channels()
              && header.rasterStart() == prefix.length
              && wrapping.suffix().length >= header.padding() * header.height();
      complaint.require(fits, "hold a BMP header of another shape");
      return header;
    } catch (UnsupportedInputException damage) {
      throw complaint.corrupt("hold a damaged BMP header");
    }
  }
}
