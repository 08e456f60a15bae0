package io.ardmstream.media.jpeg.entropy;

import java.util.Arrays;

/** The upper bits of DC coefficients in a progressive scan (T.81, G.1.2.1). */
final class DcWriter implements BlockWriter {
  private final Scan scan;
  private final int[] predictions;
  private EntropyWriter out;

  DcWriter(Scan scan) {
    this.scan = scan;
    predictions = new int[scan.components().length];
  }

  @Override
  public void begin(EntropyWriter to) {
    out = to;
    Arrays.fill(predictions, 0);
  }

  @Override
  public void write(int component, short[] plane, int at, int block) throws NotJpegException {
    int value = plane[at] >> scan.low();
    int difference = value - predictions[component];
    predictions[component] = value;
    int size = BlockWriter.bits(Math.abs(difference));
    scan.dc()[component].write(out, size);
    if (size > 0) {
      out.signed(difference, size);
    }
  }

  @Override
  public void end() {
    // nothing is held back
  }
}
