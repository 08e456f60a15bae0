package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.training.Parameters;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.TrainingTask;
import java.util.List;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Trains the network on random pictures, each in a random stage and situation. The cost is an
 * unbiased estimate of bits per dimension.
 */
final class OrderTask implements TrainingTask {

  private static final int VALIDATION_PICTURES = 256;
  private static final long VALIDATION_SEED = 77;

  private final LearntOrder order;
  private final DepthUpscaling upscaling;
  private final List<int[]> pictures;
  private final int rows;
  private final Parameters parameters;
  private final MaskedInputs inputs;
  private final Operand<TFloat32> costs;
  private final List<Feed> validation;

  OrderTask(
      Ops tf,
      Recipe recipe,
      DepthUpscaling upscaling,
      LearntOrder order,
      List<int[]> training,
      List<int[]> held) {
    this.order = order;
    this.upscaling = upscaling;
    this.pictures = training;
    this.rows = recipe.rows();
    parameters = new Parameters(tf);
    inputs = MaskedInputs.create(tf, upscaling.stages());
    Operand<TFloat32> bits =
        new MaskedNetwork(tf, parameters, recipe).bits(inputs, upscaling.base());
    Operand<TFloat32> sum =
        tf.reduceSum(tf.math.mul(bits, inputs.weight()), tf.constant(new int[] {0, 1, 2, 3}));
    costs = tf.stack(List.of(sum));
    validation = inputs.feeds(batch(held, VALIDATION_PICTURES, new Random(VALIDATION_SEED)));
  }

  private PictureBatch batch(List<int[]> from, int count, Random random) {
    PictureBatch batch = new PictureBatch(upscaling, count);
    for (int i = 0; i < count; i++) {
      int[] picture = from.get(random.nextInt(from.size()));
      int stage = random.nextInt(upscaling.stages());
      LearntOrder.Drawn drawn = order.draw(random);
      Situation situation = new Situation(drawn.plan(), stage, drawn.step());
      batch.add(picture, situation, upscaling.stages() / (float) (count * situation.coded()));
    }
    return batch;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public Operand<TFloat32> costs() {
    return costs;
  }

  @Override
  public List<Feed> draw(Random random) {
    return inputs.feeds(batch(pictures, rows, random));
  }

  @Override
  public List<Feed> validation() {
    return validation;
  }

  /** Feeds for any batch; its weights decide what the costs mean. */
  List<Feed> feeds(PictureBatch batch) {
    return inputs.feeds(batch);
  }
}
