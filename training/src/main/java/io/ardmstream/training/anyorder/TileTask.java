package io.ardmstream.training.anyorder;

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
 * Trains on random tiles, each in a random stage, with a random number of the digits of a random
 * order known (algorithms 2 and 4 of the paper). Costs are bits per sample, stage by stage.
 */
final class TileTask implements TrainingTask {

  private static final int VALIDATION_TILES = 128;
  private static final long VALIDATION_SEED = 77;

  private final DepthUpscaling upscaling;
  private final TileSource tiles;
  private final int rows;
  private final TileObjective objective;
  private final List<Feed> validation;

  TileTask(
      Ops tf,
      TileArchitecture architecture,
      DepthUpscaling upscaling,
      TileSource training,
      TileSource held,
      Recipe recipe) {
    this.upscaling = upscaling;
    this.tiles = training;
    this.rows = recipe.rows();
    this.objective = new TileObjective(tf, architecture, upscaling.base(), recipe.seed());
    this.validation = objective.feeds(batch(held, VALIDATION_TILES, new Random(VALIDATION_SEED)));
  }

  /** Numbers of known digits are spread evenly over a batch, which makes its cost less random. */
  private MaskedBatch batch(TileSource from, int count, Random random) {
    MaskedBatch batch = new MaskedBatch(upscaling, count);
    double turn = random.nextDouble();
    for (int i = 0; i < count; i++) {
      Tile tile = from.draw(random);
      int stage = i % upscaling.stages();
      int variables = tile.values().length;
      int known = (int) (variables * ((turn + i / (double) count) % 1));
      float weight = upscaling.stages() / (float) (count * (variables - known));
      batch.add(tile, stage, order(variables, random), known, variables, weight);
    }
    return batch;
  }

  private static int[] order(int variables, Random random) {
    int[] order = new int[variables];
    for (int i = 0; i < variables; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  @Override
  public Parameters parameters() {
    return objective.parameters();
  }

  @Override
  public Operand<TFloat32> costs() {
    return objective.costs();
  }

  @Override
  public List<Feed> draw(Random random) {
    return objective.feeds(batch(tiles, rows, random));
  }

  @Override
  public List<Feed> validation() {
    return validation;
  }

  /**
   * What the mean digit of a stage costs when so many are known; the last one, when all others are.
   */
  List<Feed> feeds(TileSource from, int stage, int known, int count, Random random) {
    MaskedBatch batch = new MaskedBatch(upscaling, count);
    for (int i = 0; i < count; i++) {
      Tile tile = from.draw(random);
      int variables = tile.values().length;
      int first = Math.min(known, variables - 1);
      float weight = 1f / (count * (variables - first));
      batch.add(tile, stage, order(variables, random), first, variables, weight);
    }
    return objective.feeds(batch);
  }
}
