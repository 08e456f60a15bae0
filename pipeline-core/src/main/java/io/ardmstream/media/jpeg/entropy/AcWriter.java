package io.ardmstream.media.jpeg.entropy;

/** The upper bits of AC coefficients in a progressive scan (T.81, G.1.2.2). */
final class AcWriter implements BlockWriter {
  private static final int ZERO_RUN = 0xF0;

  private final Scan scan;
  private final HuffmanTable table;
  private final Choices choices;
  private EntropyWriter out;

  /** Blocks without further coefficients that were not written yet. */
  private int run;

  AcWriter(Scan scan, Choices choices) {
    this.scan = scan;
    this.choices = choices;
    table = scan.ac()[0];
  }

  @Override
  public void begin(EntropyWriter to) {
    out = to;
    run = 0;
  }

  @Override
  public void write(int component, short[] plane, int at, int block) throws NotJpegException {
    int zeros = 0;
    for (int k = scan.first(); k <= scan.last(); k++) {
      int value = plane[at + ZigZag.NATURAL[k]];
      int magnitude = Math.abs(value) >> scan.low();
      if (magnitude == 0) {
        zeros++;
        continue;
      }
      end();
      for (; zeros > 15; zeros -= 16) {
        table.write(out, ZERO_RUN);
      }
      int size = BlockWriter.bits(magnitude);
      table.write(out, zeros << 4 | size & 15);
      out.signed(value < 0 ? -magnitude : magnitude, size);
      zeros = 0;
    }
    if (zeros > 0) {
      endBlock(block);
    }
  }

  private void endBlock(int block) throws NotJpegException {
    if (choices.starts.take(block)) {
      end();
    }
    while (choices.zeros.take(block)) {
      end();
      table.write(out, ZERO_RUN);
    }
    run++;
    if (run == Choices.MOST_RUN) {
      end();
    }
  }

  @Override
  public void end() throws NotJpegException {
    if (run > 0) {
      int bits = BlockWriter.bits(run) - 1;
      table.write(out, bits << 4);
      out.bits(run, bits);
      run = 0;
    }
  }
}
