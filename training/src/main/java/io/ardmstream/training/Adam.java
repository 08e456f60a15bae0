package io.ardmstream.training;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** Adam (Kingma and Ba, 2015). */
final class Adam {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.99f;
  private static final float EPSILON = 1e-8f;

  private final Ops tf;
  private final Operand<TFloat32> rate;
  private final Placeholder<TFloat32> power1;
  private final Placeholder<TFloat32> power2;

  Adam(Ops tf, Operand<TFloat32> rate) {
    this.tf = tf;
    this.rate = rate;
    this.power1 = tf.placeholder(TFloat32.class);
    this.power2 = tf.placeholder(TFloat32.class);
  }

  /** Moves a parameter; its two moments join {@code all}. */
  Op update(Parameters all, Parameters.Parameter trained, Operand<TFloat32> gradient) {
    Variable<TFloat32> first = all.zeros(trained.name() + "/first", trained.shape());
    Variable<TFloat32> second = all.zeros(trained.name() + "/second", trained.shape());
    return tf.train.applyAdam(
        trained.variable(),
        first,
        second,
        power1,
        power2,
        rate,
        tf.constant(BETA1),
        tf.constant(BETA2),
        tf.constant(EPSILON),
        gradient);
  }

  Placeholder<TFloat32> power1() {
    return power1;
  }

  Placeholder<TFloat32> power2() {
    return power2;
  }

  static float power1(long step) {
    return (float) Math.pow(BETA1, Math.min(step, 1000));
  }

  static float power2(long step) {
    return (float) Math.pow(BETA2, Math.min(step, 10000));
  }
}
