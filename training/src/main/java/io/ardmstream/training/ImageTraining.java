package io.ardmstream.training;

import io.ardmstream.likelihood.bundle.BundleDescription;
import io.ardmstream.likelihood.image.CausalWindow;
import io.ardmstream.likelihood.image.HeadLayout;
import io.ardmstream.likelihood.image.ImageFeatures;
import io.ardmstream.likelihood.network.IntegerNetwork;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Trains an image model on a folder of pictures and publishes it as a bundle.
 *
 * <p>One picture in twenty is held out for validation.
 */
public final class ImageTraining {

  private static final int HOLD_OUT = 20;

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
   * @param data folders of PNG pictures
   * @param out the bundle's folder; checkpoint and curves go to {@code OUT.training} beside it
   * @param name of the model
   * @param version of the model
   * @param resume continue from the checkpoint if there is one
   * @throws IOException if data cannot be read or the bundle not be written
   */
  public void run(List<Path> data, Path out, String name, int version, boolean resume)
      throws IOException {
    ImageTiles training = new ImageTiles(window);
    ImageTiles held = new ImageTiles(window);
    load(data, training, held);
    progress.printf(
        "%d pixels to learn from, %d held out; %d multiplications per pixel%n",
        training.pixels(), held.pixels(), architecture.macs());
    TrainingLoop loop =
        new TrainingLoop(out.resolveSibling(out.getFileName() + ".training"), recipe, progress);
    Map<String, float[]> trained =
        loop.run(tf -> new ImageTask(tf, architecture, features, training, held, recipe), resume);
    List<IntegerNetwork> networks =
        architecture.networks().stream()
            .map(spec -> IntegerExport.averaged(spec, trained))
            .toList();
    new BundleWriter(out).write(description(name, version), networks);
    progress.printf("wrote %s%n", out);
  }

  private void load(List<Path> data, ImageTiles training, ImageTiles held) throws IOException {
    int count = 0;
    for (Path folder : data) {
      for (Path picture : ImageTiles.pictures(folder)) {
        if (count++ % HOLD_OUT == 7) {
          held.addPicture(picture, false);
        } else {
          training.addPicture(picture, true);
        }
      }
    }
    if (training.pixels() == 0 || held.pixels() == 0) {
      throw new IOException(
          "found %d pictures under %s; training needs at least %d PNG files"
              .formatted(count, data, HOLD_OUT));
    }
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
            "effort", recipe.effort()),
        architecture.networks(),
        Map.of());
  }
}
