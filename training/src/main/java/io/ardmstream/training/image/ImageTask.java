package io.ardmstream.training.image;

import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.training.Parameters;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.TrainingTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Trains the image model on random pixels of random tiles. */
final class ImageTask implements TrainingTask {

  /** Batches between renewals of the pictures in memory. */
  private static final int RENEW_EVERY = 8;

  private static final int VALIDATION_ROWS = 32_768;
  private static final long VALIDATION_SEED = 77;

  private final ImageFeatures features;
  private final TilePool tiles;
  private final int rows;
  private final ImageObjective objective;
  private final List<Feed> validation;
  private long drawn;

  ImageTask(
      Ops tf,
      ImageArchitecture architecture,
      ImageFeatures features,
      TilePool training,
      TilePool held,
      Recipe recipe) {
    this.features = features;
    this.tiles = training;
    this.rows = recipe.rows();
    this.objective =
        new ImageObjective(tf, architecture, features.window().taps().length, recipe.seed());
    this.validation =
        feeds(PixelBatch.draw(held, features, VALIDATION_ROWS, new Random(VALIDATION_SEED)));
  }

  @Override
  public Parameters parameters() {
    return objective.parameters();
  }

  @Override
  public Operand<TFloat32> costs() {
    return objective.bitsPerChannel();
  }

  @Override
  public List<Feed> draw(Random random) {
    if (++drawn % RENEW_EVERY == 0) {
      renew();
    }
    return feeds(PixelBatch.draw(tiles, features, rows, random));
  }

  private void renew() {
    try {
      tiles.renew();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Feed> validation() {
    return validation;
  }

  private List<Feed> feeds(PixelBatch batch) {
    return List.of(
        new Feed(objective.windows(), Shape.of(batch.rows(), features.width()), batch.windows()),
        new Feed(
            objective.targets(), Shape.of(batch.rows(), ImageFeatures.CHANNELS), batch.targets()));
  }
}
