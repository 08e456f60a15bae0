package io.ardmstream.media.png;

import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.png.file.PngFile;
import io.ardmstream.media.png.file.PngHeader;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** From the compressed lines of a PNG file to planes, one line at a time. */
final class PngInflation {
  private static final long MOST_DEFLATE_EXPANDS = 1032;
  private static final String PLACE = "the IDAT chunks";

  private final PngHeader header;
  private final Inflater inflater;
  private final int[][] planes;

  private PngInflation(PngHeader header, Inflater inflater) {
    this.header = header;
    this.inflater = inflater;
    this.planes = new int[header.channels()][header.width() * header.height()];
  }

  /** The samples of a file, which has to hold exactly as many as its header says. */
  static int[][] planes(PngFile file) {
    checkClaim(file);
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file.pixels());
      return new PngInflation(file.header(), inflater).planes();
    } catch (DataFormatException damage) {
      throw PngFile.CHECK.refused(PLACE, "the data does not decompress: " + damage.getMessage());
    } finally {
      inflater.end();
    }
  }

  /** Refuses a file that is too short for its pixels, before memory is taken for them. */
  static void checkClaim(PngFile file) {
    long line = file.header().lineBytes(file.header().width());
    check(line < SampleLayout.MAX_PLANE - PngLine.MAX_MARGIN, "a line has %d bytes", line);
    boolean possible = line * file.header().height() <= MOST_DEFLATE_EXPANDS * file.pixels().length;
    check(possible, "too short for the pixels that IHDR claims");
  }

  private int[][] planes() throws DataFormatException {
    for (PngPass pass : PngPass.of(header)) {
      inflate(pass);
    }
    // Only asking for one byte too many makes the inflater verify the checksum at the end.
    boolean exact = inflater.inflate(new byte[1]) == 0 && inflater.finished();
    check(exact, "the data does not end where the pixels do");
    return planes;
  }

  private void inflate(PngPass pass) throws DataFormatException {
    PngLine samples = new PngLine(header, pass, planes);
    PngFilter filter = new PngFilter(samples.margin());
    byte[] above = samples.blank();
    byte[] line = samples.blank();
    for (int row = 0; row < pass.height(); row++) {
      int filterAt = samples.margin() - 1;
      fill(line, filterAt);
      int type = line[filterAt];
      check(type >= 0 && type < PngFilter.COUNT, "line %d has the unknown filter %d", row, type);
      line[filterAt] = 0;
      filter.undo(type, line, above);
      samples.read(row, line);
      byte[] used = above;
      above = line;
      line = used;
    }
  }

  private void fill(byte[] line, int from) throws DataFormatException {
    int filled = from;
    while (filled < line.length) {
      int got = inflater.inflate(line, filled, line.length - filled);
      check(got > 0, "the data ends before the last pixel");
      filled += got;
    }
  }

  private static void check(boolean holds, String what, Object... values) {
    PngFile.CHECK.in(PLACE, holds, what, values);
  }
}
