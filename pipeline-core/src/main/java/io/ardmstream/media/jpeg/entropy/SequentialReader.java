package io.ardmstream.media.jpeg.entropy;

import java.util.Arrays;

/** Whole blocks (T.81, F.2.2). */
final class SequentialReader implements BlockReader {
  private static final int MOST_BITS = 15;
  private static final int ZERO_RUN = 0xF0;

  private final Scan scan;
  private final Choices choices;
  private final int[] predictions;
  private EntropyReader in;

  SequentialReader(Scan scan, Choices choices) {
    this.scan = scan;
    this.choices = choices;
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
    plane[at] = (short) predictions[component];
    return readAc(scan.ac()[component], plane, at, block);
  }

  private boolean readAc(HuffmanTable table, short[] plane, int at, int block) {
    int zeroRuns = 0;
    int k = 1;
    while (k < ZigZag.NATURAL.length) {
      int symbol = table.read(in);
      int size = symbol & 15;
      if (symbol == ZERO_RUN) {
        k += 16;
        zeroRuns++;
      } else if (symbol == 0) {
        note(block, zeroRuns);
        return !in.exhausted();
      } else {
        k += symbol >> 4;
        if (symbol < 0 || size == 0 || k >= ZigZag.NATURAL.length) {
          return false;
        }
        plane[at + ZigZag.NATURAL[k]] = (short) in.signed(size);
        k++;
        zeroRuns = 0;
      }
    }
    return zeroRuns == 0 && !in.exhausted();
  }

  private void note(int block, int zeroRuns) {
    for (int i = 0; i < zeroRuns; i++) {
      choices.zeros.add(block);
    }
  }
}
