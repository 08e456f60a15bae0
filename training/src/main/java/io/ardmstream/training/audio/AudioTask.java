package io.ardmstream.training.audio;

import io.ardmstream.training.Parameters;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.TrainingTask;
import java.util.List;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Trains the audio model on random residuals of random blocks. */
final class AudioTask implements TrainingTask {

  /** Gives rows to learn from. */
  interface Rows {
    ResidualBatch draw(int rows, Random random);
  }

  private static final int VALIDATION_ROWS = 65_536;
  private static final long VALIDATION_SEED = 77;

  private final Rows training;
  private final int rows;
  private final AudioObjective objective;
  private final List<Feed> validation;

  AudioTask(Ops tf, AudioArchitecture architecture, Rows training, Rows held, Recipe recipe) {
    this.training = training;
    this.rows = recipe.rows();
    this.objective = new AudioObjective(tf, architecture, recipe.seed());
    this.validation = feeds(held, VALIDATION_ROWS, VALIDATION_SEED);
  }

  /** Feeds of that many rows. */
  List<Feed> feeds(Rows from, int count, long seed) {
    return objective.feeds(from.draw(count, new Random(seed)));
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
    return objective.feeds(training.draw(rows, random));
  }

  @Override
  public List<Feed> validation() {
    return validation;
  }
}
