package io.ardmstream.media.jpeg.entropy;

import java.util.Arrays;

/** The upper bits of DC coefficients in a progressive scan (T.81, G.1.2.1). */
final class DcReader implements BlockReader {
  private static final int MOST_BITS = 15;

  private final Scan scan;
  private final int[] predictions;
  private EntropyReader in;

  DcReader(Scan scan) {
    this.scan = scan;
    predictions = new int[scan.components().length];
  }

  @Override
  public void begin(EntropyReader from) {
    in = from;
    Arrays.fill(predictions, 0);
  }

  @Override
  public boolean read(int component, short[] plane, int at, int block) {
    int size = scan.dc()[component].read(in);
    if (size < 0 || size > MOST_BITS) {
      return false;
    }
    predictions[component] += in.signed(size);
    int value = predictions[component] << scan.low();
    plane[at] = (short) value;
    return value >> scan.low() == predictions[component] && plane[at] == value && !in.exhausted();
  }
}
