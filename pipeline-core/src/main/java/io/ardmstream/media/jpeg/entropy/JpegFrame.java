package io.ardmstream.media.jpeg.entropy;

/**
 * What a frame header (T.81, B.2.2) says.
 *
 * @param progressive whether the scans refine one another
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param components 1 to 4
 */
public record JpegFrame(boolean progressive, int width, int height, Component[] components) {

  /**
   * A component.
   *
   * @param id the byte that scans call it by
   * @param horizontal sampling factor, 1 to 4
   * @param vertical sampling factor, 1 to 4
   * @param quantiser number of its table, 0 to 3
   */
  public record Component(int id, int horizontal, int vertical, int quantiser) {}

  /** Units of an interleaved scan in a row. */
  int mcusWide() {
    return divide(width, 8 * mostHorizontal());
  }

  /** Rows of units of an interleaved scan. */
  int mcusHigh() {
    return divide(height, 8 * mostVertical());
  }

  /** Blocks in a row of a component, as many as an interleaved scan has. */
  public int blocksWide(int component) {
    return mcusWide() * components[component].horizontal;
  }

  /** Rows of blocks of a component, as many as an interleaved scan has. */
  public int blocksHigh(int component) {
    return mcusHigh() * components[component].vertical;
  }

  /** Blocks in a row of a scan of this component alone. */
  int ownBlocksWide(int component) {
    int samples = divide(width * components[component].horizontal, mostHorizontal());
    return divide(samples, 8);
  }

  /** Rows of blocks of a scan of this component alone. */
  int ownBlocksHigh(int component) {
    int samples = divide(height * components[component].vertical, mostVertical());
    return divide(samples, 8);
  }

  /** Blocks of all components. */
  public long blocks() {
    long blocks = 0;
    for (int c = 0; c < components.length; c++) {
      blocks += (long) blocksWide(c) * blocksHigh(c);
    }
    return blocks;
  }

  private int mostHorizontal() {
    int most = 1;
    for (Component component : components) {
      most = Math.max(most, component.horizontal);
    }
    return most;
  }

  private int mostVertical() {
    int most = 1;
    for (Component component : components) {
      most = Math.max(most, component.vertical);
    }
    return most;
  }

  private static int divide(int number, int by) {
    return (number + by - 1) / by;
  }
}
