package io.ardmstream.media.bmp;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Ascii;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Limits;
import io.ardmstream.media.LittleEndian;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.OpaqueFormat;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.Wrapping;
import java.util.Arrays;
import java.util.Set;

/**
 * Windows bitmaps without compression: 8 bits (the indexes are the samples, the palette is
 * foreign), 24 and 32 bits a pixel. Every other variant stays opaque.
 *
 * <p>The foreign bytes wrap a suffix that begins with the padding of all rows.
 */
public final class BmpFormat implements MediaFormat {
  private static final Set<Integer> INFO_HEADERS = Set.of(12, 40, 52, 56, 64, 108, 124);
  private static final int BIT_FIELDS = 3;

  @Override
  public FileFormat type() {
    return FileFormat.BMP;
  }

  @Override
  public boolean recognises(byte[] file) {
    return Ascii.at(file, 0, "BM")
        && file.length >= BmpHeader.FILE_HEADER + 4
        && INFO_HEADERS.contains(LittleEndian.s32(file, BmpHeader.FILE_HEADER));
  }

  /** Whether a file that is recognised, and not damaged in its header, has the usual samples. */
  static boolean takes(byte[] file) {
    try {
      return obstacle(BmpHeader.read(file)).isEmpty();
    } catch (UnsupportedInputException damaged) {
      return true;
    }
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
    BmpRaster raster = new BmpRaster(header, layout, file);
    Wrapping wrapping = new Wrapping(Arrays.copyOf(file, start), raster.suffix());
    byte[] foreign = wrapping.pack(BmpTemplates.of(layout));
    return new Media(FileFormat.BMP, layout, raster.planes(), foreign, Fidelity.BYTES);
  }

  @Override
  public byte[] restore(Media media) {
    SampleLayout layout = media.layout();
    new ForeignSource(media.foreign()).require(possible(layout), "are not of a BMP " + layout);
    Wrapping wrapping = Wrapping.unpack(media.foreign(), BmpTemplates.of(layout));
    BmpHeader header = header(wrapping, layout);
    byte[] file = wrapping.fileOf(layout.rawBytes());
    BmpRaster raster = new BmpRaster(header, layout, file);
    raster.writePadding(wrapping.suffix());
    raster.write(media.planes());
    return file;
  }

  private static boolean possible(SampleLayout layout) {
    long paddedRow = (long) layout.width() * layout.channels() + 3;
    boolean pixels = layout.channels() != 2 && layout.channels() <= 4 && layout.bitDepth() == 8;
    return pixels && paddedRow * layout.height() <= SampleLayout.MAX_PLANE;
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
