package io.ardmstream.training.anyorder;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.likelihood.anyorder.LossTable;
import io.ardmstream.likelihood.anyorder.PartialTile;
import io.ardmstream.likelihood.anyorder.TileHead;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.training.BundleWriter;
import io.ardmstream.training.CodingTrial;
import io.ardmstream.training.Declaration;
import io.ardmstream.training.IntegerExport;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.Split;
import io.ardmstream.training.TrainingLoop;
import io.ardmstream.training.TrainingSession;
import io.ardmstream.training.image.Pictures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

/**
 * Trains an order-agnostic model on a folder of pictures and publishes it as a bundle.
 *
 * <p>One picture in twenty is held out, for validation and for the table of losses.
 */
public final class OrderAgnosticTraining {

  /** Number of the order that the model encodes in: a random permutation. */
  private static final int ORDER = 2;

  /** Of the digits that stages reveal. */
  private static final int BASE = 16;

  /** Held-out tiles that losses are measured on, each time others. */
  private static final int LOSS_TILES = 32;

  /** Held-out tiles that the written bundle is tried on. */
  private static final int TRIED = 32;

  private final Recipe recipe;
  private final PrintStream progress;
  private final TileArchitecture architecture;
  private final DepthUpscaling upscaling = new DepthUpscaling(BASE, PartialTile.CARDINALITY);

  /**
   * A training run.
   *
   * @param progress gets lines of text
   */
  public OrderAgnosticTraining(Recipe recipe, PrintStream progress) {
    this.recipe = recipe;
    this.progress = progress;
    this.architecture =
        new TileArchitecture(recipe.trunk(), recipe.blocks(), new TileHead(recipe.components()));
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
    TileSource training = new TileSource(files.training(), true);
    TileSource held = new TileSource(files.held(), false);
    progress.printf(
        "%d tiles to learn from, %d held out; %d multiplications per pixel%n",
        training.size(), held.size(), architecture.network().macs());
    Map<String, float[]> trained =
        new TrainingLoop(work, recipe, progress)
            .run(tf -> new TileTask(tf, architecture, upscaling, training, held, recipe), resume);
    double[][] losses = losses(trained, training, held);
    IntegerNetwork network = IntegerExport.averaged(architecture.network(), trained);
    new BundleWriter(out)
        .write(description, List.of(network), Map.of(LossTable.FILE, LossTable.write(losses)));
    progress.printf("wrote %s%n%s%n", out, CodingTrial.of(out, held.blocks(TRIED)).summary());
  }

  private double[][] losses(Map<String, float[]> trained, TileSource training, TileSource held) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      TileTask task = new TileTask(tf, architecture, upscaling, training, held, recipe);
      try (TrainingSession session = new TrainingSession(graph, tf, task)) {
        session.restoreAverages(trained);
        Random random = new Random(recipe.seed());
        double[][] losses = new double[upscaling.stages()][LossTable.KNOTS];
        for (int stage = 0; stage < losses.length; stage++) {
          for (int knot = 0; knot < LossTable.KNOTS; knot++) {
            int known = knot * LossTable.VARIABLES / (LossTable.KNOTS - 1);
            losses[stage][knot] =
                session.costs(task.feeds(held, stage, known, LOSS_TILES, random))[0];
          }
        }
        return losses;
      }
    }
  }

  private BundleDescription description(String name, int version) {
    return new BundleDescription(
        BundleDescription.ORDER_AGNOSTIC,
        name,
        version,
        "image",
        BundleDescription.ANY_ORDER,
        BASE,
        Map.of("components", recipe.components(), "order", ORDER),
        List.of(architecture.network()),
        Map.of());
  }
}
