package io.ardmstream.media.jpeg.entropy;

import java.util.Arrays;

/** One more bit of AC coefficients, and those that become other than zero (T.81, G.1.2.3). */
final class AcRefinementWriter implements BlockWriter {
  private static final int ZERO_RUN = 0xF0;

  private final Scan scan;
  private final HuffmanTable table;
  private final Choices choices;
  private EntropyWriter out;

  /** Blocks without new coefficients that were not written yet. */
  private int run;

  /** Correction bits that follow the next symbol: first those of the run, then the block's. */
  private byte[] corrections = new byte[1 << 11];

  private int ofRun;
  private int held;

  AcRefinementWriter(Scan scan, Choices choices) {
    this.scan = scan;
    this.choices = choices;
    table = scan.ac()[0];
  }

  @Override
  public void begin(EntropyWriter to) {
    out = to;
    run = 0;
    ofRun = 0;
    held = 0;
  }

  @Override
  public void write(int component, short[] plane, int at, int block) throws NotJpegException {
    int lastNew = lastNew(plane, at);
    int zeros = 0;
    boolean symbols = false;
    for (int k = scan.first(); k <= scan.last(); k++) {
      int value = plane[at + ZigZag.NATURAL[k]];
      int magnitude = Math.abs(value) >> scan.low();
      if (magnitude == 0) {
        zeros++;
        continue;
      }
      for (; zeros > 15 && k <= lastNew; zeros -= 16) {
        symbol(ZERO_RUN, 0, 0);
        symbols = true;
      }
      if (magnitude > 1) {
        hold(magnitude & 1);
        continue;
      }
      symbol(zeros << 4 | 1, value < 0 ? 0 : 1, 1);
      symbols = true;
      zeros = 0;
    }
    if (zeros > 0 || held > ofRun) {
      endBlock(block, symbols);
    }
  }

  private int lastNew(short[] plane, int at) {
    int k = scan.last();
    while (k >= scan.first() && Math.abs(plane[at + ZigZag.NATURAL[k]]) >> scan.low() != 1) {
      k--;
    }
    return k;
  }

  private void endBlock(int block, boolean symbols) throws NotJpegException {
    if (choices.starts.take(block) && !symbols) {
      int ofBlock = held - ofRun;
      byte[] own = Arrays.copyOfRange(corrections, ofRun, held);
      held = ofRun;
      end();
      System.arraycopy(own, 0, corrections, 0, ofBlock);
      held = ofBlock;
    }
    run++;
    ofRun = held;
    boolean full = choices.limited() && ofRun > Choices.MOST_CORRECTIONS;
    if (run == Choices.MOST_RUN || full) {
      end();
    }
  }

  private void hold(int bit) {
    if (held == corrections.length) {
      corrections = Arrays.copyOf(corrections, 2 * held);
    }
    corrections[held++] = (byte) bit;
  }

  /** Writes a symbol, what belongs to it, and the corrections of this block so far. */
  private void symbol(int symbol, int value, int bits) throws NotJpegException {
    int ofBlock = held - ofRun;
    byte[] own = ofRun > 0 ? Arrays.copyOfRange(corrections, ofRun, held) : null;
    held = ofRun;
    end();
    table.write(out, symbol);
    out.bits(value, bits);
    emit(own == null ? corrections : own, ofBlock);
  }

  @Override
  public void end() throws NotJpegException {
    if (run > 0) {
      int bits = BlockWriter.bits(run) - 1;
      table.write(out, bits << 4);
      out.bits(run, bits);
      emit(corrections, ofRun);
    }
    run = 0;
    ofRun = 0;
    held = 0;
  }

  private void emit(byte[] bits, int count) {
    for (int i = 0; i < count; i++) {
      out.bits(bits[i], 1);
    }
  }
}
