package io.ardmstream.media.pnm;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Arrangement;
import io.ardmstream.media.raster.Filter;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Packing;
import io.ardmstream.media.raster.PlainFile;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.RasterKind;
import io.ardmstream.media.raster.Words;

/** Greys and colours of Netpbm whose numbers are written as text (P2, P3). */
public final class PlainPixels implements RasterKind {

  @Override
  public String name() {
    return "Netpbm in letters";
  }

  /** A file whose header is not whole is not understood, and kept. */
  @Override
  public boolean recognises(byte[] file) {
    try {
      if (!PnmText.begins(file, 0, "23")) {
        return false;
      }
      PnmHeader.read(file);
      return true;
    } catch (ArdmException notWhole) {
      return false;
    }
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    PnmHeader header = PnmHeader.read(file);
    int channels = header.channels();
    limits.checkShape(header.width(), header.height(), channels, "byte 2");
    long samples = header.width() * header.height() * channels;
    // a digit and a space for each sample
    if (samples > file.length) {
      return Finding.refused("too few numbers");
    }
    int bytes = header.sampleBytes();
    int length = (int) samples * bytes;
    PlainFile plain = new PlainFile(file);
    int start =
        plain.unpack(
            first(file, header), file.length, length, bytes, Packing.DECIMALS, Filter.NONE);
    if (start < 0) {
      return Finding.refused("other text than plain numbers");
    }
    int width = (int) header.width();
    int height = (int) header.height();
    Arrangement rows = Arrangement.dense(width, height, channels, 8 * bytes, false);
    return plain.finding(
        new Raster(width, height, channels, Words.unsigned(true), rows.at(start, 0)));
  }

  /** Where the numbers begin. */
  private static int first(byte[] file, PnmHeader header) {
    int at = header.rasterStart();
    while (at < file.length && Character.isWhitespace(file[at])) {
      at++;
    }
    return at;
  }
}
