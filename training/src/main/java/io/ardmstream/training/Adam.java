package io.ardmstream.training;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Adam (Kingma and Ba, 2015) with an exponential moving average of the weights, which is what gets
 * exported.
 */
final class Adam {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.99f;
  private static final String AVERAGE = "/average";

  private final Placeholder<TFloat32> rate;
  private final Placeholder<TFloat32> power1;
  private final Placeholder<TFloat32> power2;
  private final Placeholder<TFloat32> decay;
  private final List<Op> updates = new ArrayList<>();

  Adam(Ops tf, Parameters parameters, Operand<TFloat32> loss) {
    rate = tf.placeholder(TFloat32.class);
    power1 = tf.placeholder(TFloat32.class);
    power2 = tf.placeholder(TFloat32.class);
    decay = tf.placeholder(TFloat32.class);
    List<Parameters.Parameter> trained = parameters.all();
    Gradients gradients = Gradients.create(tf.scope(), List.of(loss), parameters.variables());
    for (int i = 0; i < trained.size(); i++) {
      Operand<TFloat32> gradient = gradients.dy(i);
      updates.addAll(update(tf, parameters, trained.get(i), gradient));
    }
  }

  private List<Op> update(
      Ops tf, Parameters all, Parameters.Parameter trained, Operand<TFloat32> gradient) {
    Variable<TFloat32> first = all.zeros(trained.name() + "/first", trained.shape());
    Variable<TFloat32> second = all.zeros(trained.name() + "/second", trained.shape());
    Variable<TFloat32> average =
        all.add(trained.name() + AVERAGE, trained.shape(), trained.initial());
    Op step =
        tf.train.applyAdam(
            trained.variable(),
            first,
            second,
            power1,
            power2,
            rate,
            tf.constant(BETA1),
            tf.constant(BETA2),
            tf.constant(1e-8f),
            gradient);
    Op follow =
        tf.assignSub(
            average,
            tf.math.mul(decay, tf.math.sub(average, (Operand<TFloat32>) trained.variable())));
    return List.of(step, follow);
  }

  /** Name of the averaged twin of a parameter. */
  static String averageOf(String parameter) {
    return parameter + AVERAGE;
  }

  Placeholder<TFloat32> rate() {
    return rate;
  }

  Placeholder<TFloat32> power1() {
    return power1;
  }

  Placeholder<TFloat32> power2() {
    return power2;
  }

  Placeholder<TFloat32> decay() {
    return decay;
  }

  List<Op> updates() {
    return updates;
  }

  static float power1(long step) {
    return (float) Math.pow(BETA1, Math.min(step, 1000));
  }

  static float power2(long step) {
    return (float) Math.pow(BETA2, Math.min(step, 10000));
  }
}
