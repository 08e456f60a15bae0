package io.ardmstream.training.image;

import io.ardmstream.block.Block;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.likelihood.image.HeadLayout;
import io.ardmstream.likelihood.image.tile.CausalWindow;
import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.training.BundleWriter;
import io.ardmstream.training.CodingTrial;
import io.ardmstream.training.Declaration;
import io.ardmstream.training.IntegerExport;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.Split;
import io.ardmstream.training.TrainingLoop;
import io.ardmstream.training.Trunk;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Trains an image model on a folder of pictures and publishes it as a bundle.
 *
 * <p>One picture in twenty is held out for validation.
 */
public final class ImageTraining {

  /** Held-out pictures that the written bundle is tried on. */
  private static final int TRIED = 500;

  private final Recipe recipe;
  private final PrintStream progress;
  private final CausalWindow window;
  private final ImageFeatures features;
  private final ImageArchitecture architecture;

  /**
   * A training run.
   *
   * @param progress gets lines of text
   */
  public ImageTraining(Recipe recipe, PrintStream progress) {
    this.recipe = recipe;
    this.progress = progress;
    this.window = new CausalWindow(recipe.reach(), recipe.slope());
    this.features = new ImageFeatures(window);
    this.architecture =
        new ImageArchitecture(
            features.width(),
            new Trunk(recipe.trunk(), recipe.blocks(), recipe.hidden()),
            new HeadLayout(recipe.components()));
  }

  /**
   * Trains and writes the bundle.
   *
   * @param data folders of pictures: PNG, BMP, TIFF; JPEG is reduced threefold
   * @param out the bundle's folder; checkpoint and curves go to {@code OUT.training} beside it
   * @param name of the model
   * @param version of the model
   * @param resume continue from the checkpoint if there is one
   * @throws IOException if data cannot be read or the bundle not be written
   */
  public void run(List<Path> data, Path out, String name, int version, boolean resume)
      throws IOException {
    BundleDescription description = description(name, version);
    Path work = BundleWriter.workOf(out);
    Declaration.begin(description, work, resume);
    Split files = Split.of(data, Pictures::isPicture, Pictures.NOUN);
    TilePool training =
        new TilePool(window, files.training(), true, TilePool.CAPACITY, recipe.seed());
    TilePool held = new TilePool(window, files.held(), false, TilePool.CAPACITY, recipe.seed());
    progress.printf(
        "%d pictures to learn from, %d held out; %d pixels in memory%s; %d multiplications per"
            + " pixel%n",
        files.training().size(),
        files.held().size(),
        training.pixels(),
        training.complete() ? "" : ", renewed as training goes on",
        architecture.macs());
    TrainingLoop loop = new TrainingLoop(work, recipe, progress);
    Map<String, float[]> trained =
        loop.run(tf -> new ImageTask(tf, architecture, features, training, held, recipe), resume);
    List<IntegerNetwork> networks =
        architecture.networks().stream()
            .map(spec -> IntegerExport.averaged(spec, trained))
            .toList();
    new BundleWriter(out).write(description, networks);
    progress.printf("wrote %s%n%s%n", out, CodingTrial.of(out, blocks(files.held())).summary());
  }

  /**
   * Writes to {@code OUT.training} what training elsewhere needs: the declaration of the networks,
   * their initial weights, and the pictures.
   *
   * @throws IOException if data cannot be read or the folder not be written
   */
  public void prepare(List<Path> data, Path out, String name, int version) throws IOException {
    Split files = Split.of(data, Pictures::isPicture, Pictures.NOUN);
    Path work = BundleWriter.workOf(out);
    TilePool held = new TilePool(window, files.held(), false, TilePool.CAPACITY, recipe.seed());
    new TrainingLoop(work, recipe, progress)
        .prepare(tf -> new ImageTask(tf, architecture, features, held, held, recipe));
    Declaration.write(description(name, version), work);
    TileForms forms = new TileForms(new Random(recipe.seed()));
    TilesFile.write(work.resolve("training.gz"), files.training(), forms::of);
    TilesFile.write(work.resolve("held.gz"), files.held(), List::of);
    progress.printf("wrote %s%n", work);
  }

  private static List<Block> blocks(List<Path> pictures) throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (Path picture : pictures.subList(0, Math.min(TRIED, pictures.size()))) {
      blocks.addAll(PictureTiles.blocks(Pictures.read(picture)));
    }
    return blocks;
  }

  private BundleDescription description(String name, int version) {
    return new BundleDescription(
        BundleDescription.FORMAT,
        name,
        version,
        "image",
        "wavefront(" + recipe.slope() + ")",
        16,
        Map.of(
            "radius", recipe.reach(),
            "slope", recipe.slope(),
            "components", recipe.components(),
            "effort", recipe.effort(),
            "colours", PictureTiles.COLOURS.number()),
        architecture.networks(),
        Map.of());
  }
}
