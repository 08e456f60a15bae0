package io.ardmstream.media.jpeg.entropy;

/** One more bit of AC coefficients, and those that become other than zero (T.81, G.1.2.3). */
final class AcRefinementReader implements BlockReader {
  private static final int ZERO_RUN = 0xF0;

  private final Scan scan;
  private final HuffmanTable table;
  private final Choices choices;
  private EntropyReader in;

  /** Blocks still without new coefficients. */
  private int run;

  /** The block behind the last run, if it could have been longer. */
  private int behind;

  /** Correction bits behind the last run so far. */
  private int corrections;

  AcRefinementReader(Scan scan, Choices choices) {
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
      if (corrections > Choices.MOST_CORRECTIONS && choices.limited()) {
        choices.unlimited();
      }
      run--;
      corrections += correct(plane, at, scan.first());
      return !in.exhausted();
    }
    int k = scan.first();
    while (k <= scan.last()) {
      int symbol = table.read(in);
      if (symbol < 0) {
        return false;
      }
      int zeros = symbol >> 4;
      if ((symbol & 15) == 0 && symbol != ZERO_RUN) {
        end(zeros, block, k == scan.first());
        corrections = correct(plane, at, k);
        return !in.exhausted();
      }
      int value = (symbol & 15) == 0 ? 0 : (in.bits(1) == 1 ? 1 : -1) << scan.low();
      k = pass(plane, at, k, zeros);
      if (k > scan.last() || (symbol & 15) > 1) {
        return false;
      }
      plane[at + ZigZag.NATURAL[k]] = (short) value;
      k++;
    }
    return !in.exhausted();
  }

  /** The place behind so many zeros; corrects what is other than zero before it. */
  private int pass(short[] plane, int at, int from, int zeros) {
    int left = zeros;
    int k = from;
    while (k <= scan.last()) {
      int place = at + ZigZag.NATURAL[k];
      if (plane[place] != 0) {
        refine(plane, place);
      } else if (left-- == 0) {
        break;
      }
      k++;
    }
    return k;
  }

  private int correct(short[] plane, int at, int from) {
    int bits = 0;
    for (int k = from; k <= scan.last(); k++) {
      int place = at + ZigZag.NATURAL[k];
      if (plane[place] != 0) {
        refine(plane, place);
        bits++;
      }
    }
    return bits;
  }

  private void refine(short[] plane, int place) {
    int step = in.bits(1) << scan.low();
    plane[place] += (short) (plane[place] < 0 ? -step : step);
  }

  private void end(int bits, int block, boolean empty) {
    int length = (1 << bits) + in.bits(bits);
    if (empty && behind == block) {
      if (corrections > Choices.MOST_CORRECTIONS) {
        choices.startAfterLimit(block);
      } else {
        choices.starts.add(block);
      }
    }
    behind = length == Choices.MOST_RUN ? -1 : block + length;
    run = length - 1;
  }
}
