package io.ardmstream.media.jpeg.entropy;

import java.util.Arrays;

/** Whole blocks (T.81, F.1.2). */
final class SequentialWriter implements BlockWriter {
  private static final int ZERO_RUN = 0xF0;

  private final Scan scan;
  private final Choices choices;
  private final short[] predictions;
  private EntropyWriter out;

  SequentialWriter(Scan scan, Choices choices) {
    this.scan = scan;
    this.choices = choices;
    predictions = new short[scan.components().length];
  }

  @Override
  public void begin(EntropyWriter to) {
    out = to;
    Arrays.fill(predictions, (short) 0);
  }

  @Override
  public void write(int component, short[] plane, int at, int block) throws NotJpegException {
    int difference = (short) (plane[at] - predictions[component]);
    predictions[component] = plane[at];
    int size = BlockWriter.bits(Math.abs(difference));
    scan.dc()[component].write(out, size);
    if (size > 0) {
      out.signed(difference, size);
    }
    writeAc(scan.ac()[component], plane, at, block);
  }

  private void writeAc(HuffmanTable table, short[] plane, int at, int block)
      throws NotJpegException {
    int run = 0;
    for (int k = 1; k < ZigZag.NATURAL.length; k++) {
      int value = plane[at + ZigZag.NATURAL[k]];
      if (value == 0) {
        run++;
        continue;
      }
      for (; run > 15; run -= 16) {
        table.write(out, ZERO_RUN);
      }
      int size = BlockWriter.bits(Math.abs(value));
      table.write(out, run << 4 | size & 15);
      out.signed(value, size);
      run = 0;
    }
    if (run > 0) {
      while (choices.zeros.take(block)) {
        table.write(out, ZERO_RUN);
      }
      table.write(out, 0);
    }
  }

  @Override
  public void end() {
    // nothing is held back
  }
}
