package io.ardmstream.vector;

import io.ardmstream.transform.audio.predictor.NormalEquations;
import io.ardmstream.transform.audio.predictor.PredictorKernel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The arithmetic of predictors on vectors of 256 bits: the eight lanes of a filter. */
public final class VectorPredictorKernel implements PredictorKernel {
  private static final VectorSpecies<Float> LANE = FloatVector.SPECIES_256;
  private static final int TOGETHER = 4;

  /** Unknowns from which vectors are faster: until then most time passes waiting for divisions. */
  private static final int LARGE = 24;

  private static final PredictorKernel LOOPS = PredictorKernel.plain();

  /** Found by its public constructor. */
  public VectorPredictorKernel() {}

  @Override
  public boolean suitsProcessor() {
    return FloatVector.SPECIES_PREFERRED.length() >= LANES;
  }

  @Override
  public NormalEquations equations(int order) {
    return order < LARGE ? LOOPS.equations(order) : new VectorEquations(order);
  }

  @Override
  public float slide(
      float[][] weights, float step, float[][] before, float[][] now, float[] scratch) {
    if (weights.length == 1) {
      slideOne(weights[0], step, before[0], now[0]).intoArray(scratch, 0);
    } else if (weights.length == TOGETHER) {
      slideFour(weights, step, before, now).intoArray(scratch, 0);
    } else {
      return LOOPS.slide(weights, step, before, now, scratch);
    }
    return ((scratch[0] + scratch[1]) + (scratch[2] + scratch[3]))
        + ((scratch[4] + scratch[5]) + (scratch[6] + scratch[7]));
  }

  private static FloatVector slideOne(float[] weights, float step, float[] before, float[] now) {
    FloatVector sum = FloatVector.zero(LANE);
    for (int i = 0; i < weights.length; i += LANES) {
      sum = sum.add(product(weights, step, before, now, i));
    }
    return sum;
  }

  private static FloatVector slideFour(
      float[][] weights, float step, float[][] before, float[][] now) {
    float[] w0 = weights[0];
    float[] w1 = weights[1];
    float[] w2 = weights[2];
    float[] w3 = weights[3];
    float[] b0 = before[0];
    float[] b1 = before[1];
    float[] b2 = before[2];
    float[] b3 = before[3];
    float[] n0 = now[0];
    float[] n1 = now[1];
    float[] n2 = now[2];
    float[] n3 = now[3];
    FloatVector sum = FloatVector.zero(LANE);
    for (int i = 0; i < w0.length; i += LANES) {
      FloatVector products = product(w0, step, b0, n0, i);
      products = products.add(product(w1, step, b1, n1, i));
      products = products.add(product(w2, step, b2, n2, i));
      sum = sum.add(products.add(product(w3, step, b3, n3, i)));
    }
    return sum;
  }

  private static FloatVector product(
      float[] weights, float step, float[] before, float[] now, int at) {
    FloatVector moved =
        FloatVector.fromArray(LANE, weights, at)
            .add(FloatVector.fromArray(LANE, before, at).mul(step));
    moved.intoArray(weights, at);
    return moved.mul(FloatVector.fromArray(LANE, now, at));
  }
}
