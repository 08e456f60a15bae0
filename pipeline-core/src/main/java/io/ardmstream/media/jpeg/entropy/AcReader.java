package io.ardmstream.media.jpeg.entropy;

/** The upper bits of AC coefficients in a progressive scan (T.81, G.1.2.2). */
final class AcReader implements BlockReader {
  private static final int ZERO_RUN = 0xF0;

  private final Scan scan;
  private final HuffmanTable table;
  private final Choices choices;
  private EntropyReader in;

  /** Blocks still without coefficients. */
  private int run;

  /** The block behind the last run, if it could have been longer. */
  private int behind;

  AcReader(Scan scan, Choices choices) {
    this.scan = scan;
    this.choices = choices;
    table = scan.ac()[0];
  }

  @Override
  public void begin(EntropyReader from) {
    in = from;
    run = 0;
    behind = -1;
  }

  @Override
  public boolean read(int component, short[] plane, int at, int block) {
    if (run > 0) {
      run--;
      return true;
    }
    int zeroRuns = 0;
    int k = scan.first();
    while (k <= scan.last()) {
      int symbol = table.read(in);
      int size = symbol & 15;
      if (symbol == ZERO_RUN) {
        k += 16;
        zeroRuns++;
      } else if (symbol >= 0 && size == 0) {
        end(symbol >> 4, block, k == scan.first(), zeroRuns);
        return !in.exhausted();
      } else {
        k += symbol >> 4;
        if (symbol < 0 || k > scan.last()) {
          return false;
        }
        int value = in.signed(size) << scan.low();
        plane[at + ZigZag.NATURAL[k]] = (short) value;
        if ((short) value != value) {
          return false;
        }
        k++;
        zeroRuns = 0;
      }
    }
    return zeroRuns == 0 && !in.exhausted();
  }

  private void end(int bits, int block, boolean empty, int zeroRuns) {
    int length = (1 << bits) + in.bits(bits);
    if (empty && behind == block) {
      choices.starts.add(block);
    }
    for (int i = 0; i < zeroRuns; i++) {
      choices.zeros.add(block);
    }
    behind = length == Choices.MOST_RUN ? -1 : block + length;
    run = length - 1;
  }
}
