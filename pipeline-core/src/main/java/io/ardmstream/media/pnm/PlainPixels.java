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
  private static final int MOST_GREATEST = 0xFFFF;
  private static final int COLOURS = 3;

  /**
   * What a header says.
   *
   * @param first where the numbers begin
   */
  private record Head(long width, long height, int channels, long greatest, int first) {

    static Head read(byte[] file) {
      PnmText text = new PnmText(file, 2);
      long width = text.number("width");
      long height = text.number("height");
      long greatest = text.number("greatest value");
      text.space("after the greatest value");
      int first = text.at();
      while (first < file.length && Character.isWhitespace(file[first])) {
        first++;
      }
      return new Head(width, height, file[1] == '3' ? COLOURS : 1, greatest, first);
    }

    int bytes() {
      return greatest > 0xFF ? 2 : 1;
    }

    boolean isPossible() {
      return width > 0 && height > 0 && greatest > 0 && greatest <= MOST_GREATEST;
    }
  }

  @Override
  public String name() {
    return "Netpbm in letters";
  }

  /** A file whose header is not whole is not understood, and kept. */
  @Override
  public boolean recognises(byte[] file) {
    try {
      return PnmText.begins(file, 0, "23") && Head.read(file).isPossible();
    } catch (ArdmException notWhole) {
      return false;
    }
  }

  @Override
  public Finding read(byte[] file, Limits limits) {
    Head head = Head.read(file);
    limits.checkShape(head.width(), head.height(), head.channels(), "byte 2");
    long samples = head.width() * head.height() * head.channels();
    // a digit and a space for each sample
    if (samples > file.length) {
      return Finding.refused("too few numbers");
    }
    int bytes = head.bytes();
    PlainFile plain = new PlainFile(file);
    int length = (int) samples * bytes;
    int start =
        plain.unpack(head.first(), file.length, length, bytes, Packing.DECIMALS, Filter.NONE);
    if (start < 0) {
      return Finding.refused("other text than plain numbers");
    }
    int width = (int) head.width();
    int height = (int) head.height();
    Arrangement rows = Arrangement.dense(width, height, head.channels(), 8 * bytes, false);
    Words words = Words.unsigned(true);
    return plain.finding(new Raster(width, height, head.channels(), words, rows.at(start, 0)));
  }
}
