package io.ardmstream.media.jpeg.entropy;

/**
 * What a scan header (T.81, B.2.3) says, and the tables that were in force when it said so.
 *
 * @param frame the image
 * @param components numbers of the components in it
 * @param dc the Huffman table of each for DC coefficients, null where there was none
 * @param ac the same for AC coefficients
 * @param first coefficient of the scan in zigzag order
 * @param last coefficient of the scan
 * @param above lowest bit that was coded before, 0 if none was
 * @param low lowest bit that it codes
 * @param interval units between restart markers, 0 if there are none
 */
public record Scan(
    JpegFrame frame,
    int[] components,
    HuffmanTable[] dc,
    HuffmanTable[] ac,
    int first,
    int last,
    int above,
    int low,
    int interval) {

  /** The same without restart markers. */
  public Scan uninterrupted() {
    return new Scan(frame, components, dc, ac, first, last, above, low, 0);
  }

  public boolean interleaved() {
    return components.length > 1;
  }

  /** Units in a row: a block of each component, or as many as it is sampled more often. */
  public int unitsWide() {
    return interleaved() ? frame.mcusWide() : frame.ownBlocksWide(components[0]);
  }

  /** Units of the scan. */
  public int units() {
    int high = interleaved() ? frame.mcusHigh() : frame.ownBlocksHigh(components[0]);
    return unitsWide() * high;
  }

  /** Blocks of the scan. */
  public long blocks() {
    long ofUnit = 0;
    for (int component : components) {
      JpegFrame.Component shape = frame.components()[component];
      ofUnit += interleaved() ? shape.horizontal() * shape.vertical() : 1;
    }
    return ofUnit * units();
  }

  /** Units between restart markers, or all. */
  public int unitsOfInterval() {
    return interval == 0 ? units() : interval;
  }

  /** Stretches between restart markers. */
  public int intervals() {
    return (units() + unitsOfInterval() - 1) / unitsOfInterval();
  }
}
