package io.ardmstream.media.jpeg.entropy;

/** One more bit of DC coefficients (T.81, G.1.2.1). */
final class DcRefinementWriter implements BlockWriter {
  private final int low;
  private EntropyWriter out;

  DcRefinementWriter(Scan scan) {
    low = scan.low();
  }

  @Override
  public void begin(EntropyWriter to) {
    out = to;
  }

  @Override
  public void write(int component, short[] plane, int at, int block) {
    out.bits(plane[at] >> low & 1, 1);
  }

  @Override
  public void end() {
    // nothing is held back
  }
}
