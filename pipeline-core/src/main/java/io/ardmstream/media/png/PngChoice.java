package io.ardmstream.media.png;

import io.ardmstream.media.png.file.PngHeader;

/**
 * The choice of a filter for each line: the one whose differences are smallest in sum, as the PNG
 * specification recommends. Indexes and samples of less than a byte are better off without.
 */
final class PngChoice {
  private final PngFilter filter;
  private final int margin;
  private final int candidates;
  private byte[] best;
  private byte[] other;

  PngChoice(PngHeader header, PngLine samples) {
    boolean smooth = header.colour() != PngHeader.Colour.PALETTE && header.depth() >= 8;
    this.candidates = smooth ? PngFilter.COUNT : 1;
    this.margin = samples.margin();
    this.filter = new PngFilter(margin);
    this.best = samples.blank();
    this.other = samples.blank();
  }

  /**
   * The differences of the line, the filter's type in the byte before them; good until the next.
   */
  byte[] filtered(byte[] line, byte[] above) {
    long least = Long.MAX_VALUE;
    for (int type = PngFilter.NONE; type < candidates; type++) {
      filter.apply(type, line, above, other);
      long size = size(other);
      if (size < least) {
        least = size;
        other[margin - 1] = (byte) type;
        byte[] worse = best;
        best = other;
        other = worse;
      }
    }
    return best;
  }

  private long size(byte[] differences) {
    long size = 0;
    for (int i = margin; i < differences.length; i++) {
      size += Math.abs(differences[i]);
    }
    return size;
  }
}
