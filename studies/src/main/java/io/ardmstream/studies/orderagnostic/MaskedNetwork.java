package io.ardmstream.studies.orderagnostic;

import io.ardmstream.training.Parameters;
import io.ardmstream.training.Recipe;
import java.util.List;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The network: residual blocks of 3 x 3 convolutions at full resolution, no causal masks, and a
 * head that gives every sample a mixture of logistics around a dynamic combination of what is known
 * nearby.
 */
final class MaskedNetwork {

  private static final List<Long> STRIDES = List.of(1L, 1L, 1L, 1L);

  private final Ops tf;
  private final Parameters parameters;
  private final Random random;
  private final Recipe recipe;

  /** A network of that recipe's {@code trunk} channels, {@code blocks} and {@code components}. */
  MaskedNetwork(Ops tf, Parameters parameters, Recipe recipe) {
    this.tf = tf;
    this.parameters = parameters;
    this.random = new Random(recipe.seed());
    this.recipe = recipe;
  }

  /** Bits of every digit, shape [pictures, 32, 32, 3]. */
  Operand<TFloat32> bits(MaskedInputs inputs, int base) {
    Neighbourhood around = new Neighbourhood(tf, inputs);
    Operand<TFloat32> trunk = trunk(inputs, around);
    int columns = 3 * recipe.components() + Neighbourhood.TAPS;
    Operand<TFloat32> head =
        tf.reshape(
            convolution("head", trunk, 1, SmallPicture.CHANNELS * columns, 0.1),
            tf.constant(
                new int[] {
                  -1, SmallPicture.SIDE, SmallPicture.SIDE, SmallPicture.CHANNELS, columns
                }));
    initialiseScales(columns);
    Operand<TFloat32> kernel =
        tf.slice(
            head,
            tf.constant(new int[] {0, 0, 0, 0, 3 * recipe.components()}),
            tf.constant(new int[] {-1, -1, -1, -1, Neighbourhood.TAPS}));
    Operand<TFloat32> centre =
        tf.math.add(
            tf.expandDims(around.mean(), tf.constant(-1)),
            tf.reduceSum(
                tf.math.mul(kernel, around.taps()), tf.constant(-1), ReduceSum.keepDims(true)));
    return new DigitBits(tf, recipe.components(), head, centre).of(inputs, base);
  }

  private Operand<TFloat32> trunk(MaskedInputs inputs, Neighbourhood around) {
    Operand<TFloat32> seen =
        tf.concat(
            List.of(
                tf.math.mul(around.difference(), tf.constant(1 / 32f)),
                tf.math.mul(tf.math.sub(around.mean(), tf.constant(127.5f)), tf.constant(1 / 64f)),
                Neighbourhood.detail(tf, inputs.width())),
            tf.constant(3));
    Operand<TFloat32> values =
        tf.math.add(
            convolution("stem", seen, 3, recipe.trunk(), 1),
            convolution("stage", inputs.stage(), 1, recipe.trunk(), 0.1));
    for (int i = 0; i < recipe.blocks(); i++) {
      Operand<TFloat32> wide = convolution("wide" + i, tf.nn.relu(values), 3, recipe.trunk(), 1);
      values =
          tf.math.add(values, convolution("branch" + i, tf.nn.relu(wide), 3, recipe.trunk(), 0.3));
    }
    return tf.nn.relu(values);
  }

  private Operand<TFloat32> convolution(
      String name, Operand<TFloat32> input, int side, int filters, double gain) {
    int channels = (int) input.shape().get(3);
    int fanIn = side * side * channels;
    float[] initial = new float[fanIn * filters];
    for (int i = 0; i < initial.length; i++) {
      initial[i] = (float) (gain * Math.sqrt(2.0 / fanIn) * random.nextGaussian());
    }
    Variable<TFloat32> weights =
        parameters.add(name + "/weights", Shape.of(side, side, channels, filters), initial);
    Variable<TFloat32> bias = parameters.add(name + "/bias", Shape.of(filters), new float[filters]);
    return tf.math.add(tf.nn.conv2d(input, weights, STRIDES, "SAME"), bias);
  }

  /** Components begin with scales from narrow to wide. */
  private void initialiseScales(int columns) {
    float[] bias = parameters.named("head/bias").initial();
    for (int c = 0; c < SmallPicture.CHANNELS; c++) {
      for (int k = 0; k < recipe.components(); k++) {
        bias[c * columns + 2 * recipe.components() + k] = 0.3f + 0.9f * k;
      }
    }
  }
}
