package io.ardmstream.media.jpeg.entropy;

/** One more bit of DC coefficients (T.81, G.1.2.1). */
final class DcRefinementReader implements BlockReader {
  private final int low;
  private EntropyReader in;

  DcRefinementReader(Scan scan) {
    low = scan.low();
  }

  @Override
  public void begin(EntropyReader from) {
    in = from;
  }

  @Override
  public boolean read(int component, short[] plane, int at, int block) {
    plane[at] |= (short) (in.bits(1) << low);
    return !in.exhausted();
  }
}
