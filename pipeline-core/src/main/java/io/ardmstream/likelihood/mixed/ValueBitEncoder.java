package io.ardmstream.likelihood.mixed;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.coder.binary.BinaryEncoder;
import io.ardmstream.likelihood.BitCount;
import java.util.Arrays;

/**
 * Encodes decisions, and counts what they cost by stage: that of the digit in which the values
 * differ that a decision tells apart.
 */
public final class ValueBitEncoder implements ValueBitCoder {
  private static final double RENORMALISE = 0x1p-512;

  private final BinaryEncoder encoder = new BinaryEncoder();
  private final BitCount bits = new BitCount();
  private final int[] stages = new int[Integer.SIZE];

  /** Product of the probabilities of each stage's decisions: one logarithm serves many. */
  private final double[] products;

  private int stage;

  /**
   * An encoder of values.
   *
   * @param base of the digits
   * @param cardinality number of values
   */
  public ValueBitEncoder(int base, int cardinality) {
    DepthUpscaling digits = new DepthUpscaling(base, cardinality);
    products = new double[digits.stages()];
    Arrays.fill(products, 1);
    for (int shift = 0; shift < stages.length; shift++) {
      int last = digits.stages() - 1;
      while (last > 0 && digits.stage(last - 1).width() <= 1L << shift) {
        last--;
      }
      stages[shift] = Math.max(0, last);
    }
  }

  @Override
  public void resolution(int shift) {
    stage = stages[shift];
  }

  @Override
  public int pass(int bit, int probability) {
    int share = bit == 1 ? probability : (1 << 16) - probability;
    products[stage] *= share * 0x1p-16;
    if (products[stage] < RENORMALISE) {
      settle(stage);
    }
    return encoder.pass(bit, probability);
  }

  private void settle(int ofStage) {
    bits.addCoded(ofStage, -Math.log(products[ofStage]) / Math.log(2));
    products[ofStage] = 1;
  }

  /** Bytes of the decisions so far, those of the last few not yet among them. */
  public int length() {
    return encoder.length();
  }

  /** The coded decisions. */
  public byte[] finish() {
    return encoder.finish();
  }

  /** What they cost so far. */
  public BitCount bits() {
    for (int each = 0; each < products.length; each++) {
      settle(each);
    }
    return bits;
  }
}
