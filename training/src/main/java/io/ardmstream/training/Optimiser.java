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
 * Updates of all parameters, matrices of hidden layers by {@link Muon} and the rest by {@link
 * Adam}, and an exponential moving average of the weights, which is what gets exported.
 */
final class Optimiser {

  private static final String AVERAGE = "/average";

  private final Placeholder<TFloat32> rate;
  private final Placeholder<TFloat32> decay;
  private final Adam adam;
  private final List<Op> updates = new ArrayList<>();

  Optimiser(Ops tf, Parameters parameters, Operand<TFloat32> loss) {
    rate = tf.placeholder(TFloat32.class);
    decay = tf.placeholder(TFloat32.class);
    adam = new Adam(tf, rate);
    Muon muon = new Muon(tf, rate);
    List<Parameters.Parameter> trained = parameters.all();
    Gradients gradients = Gradients.create(tf.scope(), List.of(loss), parameters.variables());
    for (int i = 0; i < trained.size(); i++) {
      Parameters.Parameter parameter = trained.get(i);
      Operand<TFloat32> gradient = gradients.dy(i);
      updates.add(
          parameter.hidden()
              ? muon.update(parameters, parameter, gradient)
              : adam.update(parameters, parameter, gradient));
      updates.add(follow(tf, parameters, parameter));
    }
  }

  private Op follow(Ops tf, Parameters all, Parameters.Parameter trained) {
    Variable<TFloat32> average =
        all.add(averageOf(trained.name()), trained.shape(), trained.initial());
    Operand<TFloat32> behind = tf.math.sub(average, (Operand<TFloat32>) trained.variable());
    return tf.assignSub(average, tf.math.mul(decay, behind));
  }

  /** Name of the averaged twin of a parameter. */
  static String averageOf(String parameter) {
    return parameter + AVERAGE;
  }

  /** What a step has to be fed with. */
  List<TrainingTask.Feed> feeds(Recipe recipe, long step) {
    return List.of(
        TrainingTask.Feed.scalar(rate, recipe.rateAt(step)),
        TrainingTask.Feed.scalar(decay, Recipe.averagingAt(step)),
        TrainingTask.Feed.scalar(adam.power1(), Adam.power1(step)),
        TrainingTask.Feed.scalar(adam.power2(), Adam.power2(step)));
  }

  List<Op> updates() {
    return updates;
  }
}
