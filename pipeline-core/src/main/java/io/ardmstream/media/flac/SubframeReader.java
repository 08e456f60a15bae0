package io.ardmstream.media.flac;

import java.util.Arrays;

/** Takes a subframe apart: what its encoder chose, and the samples. */
final class SubframeReader {
  private final BitReader bits;
  private final Subframe subframe = new Subframe();
  private final long[] samples;
  private int depth;

  private SubframeReader(BitReader bits, int depth, long[] samples) {
    this.bits = bits;
    this.depth = depth;
    this.samples = samples;
  }

  /**
   * Reads a subframe.
   *
   * @param depth bits a sample, 4 to 33
   * @param samples as many as the block has; to be filled in
   */
  static Subframe read(BitReader bits, int depth, long[] samples) throws MalformedFrame {
    SubframeReader reader = new SubframeReader(bits, depth, samples);
    reader.run();
    return reader.subframe;
  }

  private void run() throws MalformedFrame {
    require(bits.number(1) == 0, "a subframe begins with a one");
    subframe.type = bits.number(6);
    require(Subframe.sound(subframe.type), "a subframe is of a reserved type");
    if (bits.number(1) == 1) {
      long wasted = bits.unary() + 1;
      require(wasted < depth, "a subframe wastes all bits");
      subframe.wasted = (int) wasted;
      depth -= subframe.wasted;
    }
    if (subframe.predicts()) {
      predicted();
    } else if (subframe.type == Subframe.VERBATIM) {
      plain(samples.length);
    } else {
      Arrays.fill(samples, bits.signed(depth));
    }
    for (int t = 0; t < samples.length; t++) {
      samples[t] <<= subframe.wasted;
    }
  }

  private void plain(int count) throws MalformedFrame {
    for (int t = 0; t < count; t++) {
      samples[t] = bits.signed(depth);
    }
  }

  private void predicted() throws MalformedFrame {
    int order = subframe.order();
    require(order <= samples.length, "a predictor is longer than its block");
    plain(order);
    if (subframe.type >= Subframe.LPC) {
      subframe.precision = bits.number(4) + 1;
      subframe.shift = (int) bits.signed(5);
      require(subframe.precision < 16 && subframe.shift >= 0, "a precision or shift is reserved");
      subframe.coefficients = new int[order];
      for (int i = 0; i < order; i++) {
        subframe.coefficients[i] = (int) bits.signed(subframe.precision);
      }
    }
    residuals();
  }

  private void residuals() throws MalformedFrame {
    subframe.method = bits.number(2);
    require(subframe.method <= 1, "a residual is coded in a reserved way");
    subframe.partitionOrder = bits.number(4);
    require(subframe.divides(samples.length), "partitions do not fit their block");
    int partitions = 1 << subframe.partitionOrder;
    subframe.parameters = new int[partitions];
    subframe.escapes = new int[partitions];
    Predictor predictor = new Predictor(subframe);
    int t = subframe.order();
    for (int p = 0; p < partitions; p++) {
      int parameter = bits.number(subframe.parameterBits());
      boolean escaped = parameter == subframe.escape();
      int width = escaped ? bits.number(5) : parameter;
      subframe.parameters[p] = parameter;
      subframe.escapes[p] = escaped ? width : 0;
      for (int end = subframe.partitionEnd(p, samples.length); t < end; t++) {
        long residual = escaped ? bits.signed(width) : folded(width);
        samples[t] = predictor.at(samples, t) + residual;
        require(samples[t] >> depth - 1 == samples[t] >> 63, "a sample is out of range");
      }
    }
  }

  private long folded(int parameter) throws MalformedFrame {
    long quotient = bits.unary();
    require(quotient >> 33 == 0, "a residual is out of range");
    long folded = quotient << parameter | bits.bits(parameter);
    return folded >>> 1 ^ -(folded & 1);
  }

  private static void require(boolean holds, String what) throws MalformedFrame {
    if (!holds) {
      throw new MalformedFrame(what);
    }
  }
}
