package io.ardmstream.media;

import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The pixels of a PNG file between planes and compressed lines, one line at a time. */
final class PngPixels {
  private static final int MOST_DEFLATE_EXPANDS = 1032;
  private static final String PLACE = "the IDAT chunks";

  private final byte[] buffer = new byte[1 << 14];

  private final PngHeader header;
  private final List<PngPass> passes;
  private final PngFilter filter;
  private final int[][] planes;

  private PngPixels(PngHeader header, int[][] planes) {
    this.header = header;
    this.passes = PngPass.of(header);
    this.filter = new PngFilter(header.pixelBytes());
    this.planes = planes;
  }

  /** The samples of a file, which has to hold exactly as many as its header says. */
  static int[][] read(PngFile file) {
    PngHeader header = file.header();
    long least = header.lineBytes(header.width()) * header.height();
    boolean possible = least <= (long) MOST_DEFLATE_EXPANDS * file.pixels().length;
    check(possible, "too short for the pixels that IHDR claims");
    int[][] planes = new int[header.channels()][header.width() * header.height()];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file.pixels());
      new PngPixels(header, planes).inflate(inflater);
    } catch (DataFormatException damage) {
      throw PngFile.CHECK.refused(PLACE, "does not decompress: " + damage.getMessage());
    } finally {
      inflater.end();
    }
    return planes;
  }

  private static void check(boolean holds, String what, Object... values) {
    PngFile.CHECK.in(PLACE, holds, what, values);
  }

  private void inflate(Inflater inflater) throws DataFormatException {
    byte[] type = new byte[1];
    for (PngPass pass : passes) {
      PngLine samples = new PngLine(header, pass, planes);
      byte[] above = new byte[(int) header.lineBytes(pass.width())];
      byte[] line = new byte[above.length];
      for (int row = 0; row < pass.height(); row++) {
        fill(inflater, type);
        fill(inflater, line);
        boolean known = type[0] >= 0 && type[0] < PngFilter.COUNT;
        check(known, "line %d has the unknown filter %d", row, type[0]);
        filter.undo(type[0], line, above);
        samples.read(row, line);
        byte[] used = above;
        above = line;
        line = used;
      }
    }
    // Only asking for one byte too many makes the inflater verify the checksum at the end.
    boolean exact = inflater.inflate(type) == 0 && inflater.finished();
    check(exact, "the data does not end where the pixels do");
  }

  private static void fill(Inflater inflater, byte[] line) throws DataFormatException {
    int filled = 0;
    while (filled < line.length) {
      int got = inflater.inflate(line, filled, line.length - filled);
      check(got > 0, "the data ends before the last pixel");
      filled += got;
    }
  }

  /** The content of an IDAT chunk that holds the planes. */
  static byte[] write(PngHeader header, int[][] planes) {
    Deflater deflater = new Deflater();
    ByteSink sink = new ByteSink();
    try {
      new PngPixels(header, planes).deflate(deflater, sink);
    } finally {
      deflater.end();
    }
    return sink.toBytes();
  }

  private void deflate(Deflater deflater, ByteSink sink) {
    for (PngPass pass : passes) {
      PngLine samples = new PngLine(header, pass, planes);
      byte[] above = new byte[(int) header.lineBytes(pass.width())];
      for (int row = 0; row < pass.height(); row++) {
        byte[] line = new byte[above.length];
        samples.write(row, line);
        deflater.setInput(filtered(line, above));
        drain(deflater, sink);
        above = line;
      }
    }
    deflater.finish();
    drain(deflater, sink);
  }

  /**
   * The filter type and the differences that are smallest in sum, as the PNG specification
   * recommends; lines of indexes or less than whole bytes are better off without.
   */
  private byte[] filtered(byte[] line, byte[] above) {
    boolean numbers = header.colour() != PngHeader.Colour.PALETTE && header.depth() >= 8;
    byte[] best = new byte[line.length];
    byte[] candidate = new byte[line.length];
    int type = PngFilter.NONE;
    long least = filter.apply(type, line, above, best);
    for (int other = 1; numbers && other < PngFilter.COUNT; other++) {
      long size = filter.apply(other, line, above, candidate);
      if (size < least) {
        least = size;
        type = other;
        byte[] used = best;
        best = candidate;
        candidate = used;
      }
    }
    return new ByteSink().u8(type).bytes(best).toBytes();
  }

  private void drain(Deflater deflater, ByteSink sink) {
    int length;
    while ((length = deflater.deflate(buffer)) > 0) {
      sink.bytes(buffer, 0, length);
    }
  }
}
