package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.Schedule;
import io.ardmstream.tensorflow.NativeEngine;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.Split;
import io.ardmstream.training.TrainingLoop;
import io.ardmstream.training.TrainingSession;
import io.ardmstream.training.image.Pictures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

/**
 * Trains a network for an order and measures how many bits it needs for a number of steps:
 *
 * <pre>OrderStudy TRAINING-PICTURES TEST-PICTURES OUT STEPS [ORDER [BASE]]</pre>
 *
 * <p>ORDER is {@code random} (the default) or the id of a {@link Schedule}; BASE is that of depth
 * upscaling, 256 (the default) for none. A run that was stopped continues.
 */
public final class OrderStudy {

  static final String ANY_ORDER = "random";

  private static final int LOSS_PICTURES = 64;
  private static final int MEASURED = 100;

  private final Recipe recipe;
  private final DepthUpscaling upscaling;
  private final PrintStream progress;

  OrderStudy(Recipe recipe, int base, PrintStream progress) {
    this.recipe = recipe;
    this.upscaling = new DepthUpscaling(base, SmallPicture.CARDINALITY);
    this.progress = progress;
  }

  /** Runs the study; see the class. */
  public static void main(String[] args) throws IOException {
    if (args.length < 4 || args.length > 6) {
      throw new IllegalArgumentException(
          "wants TRAINING-PICTURES TEST-PICTURES OUT STEPS [ORDER [BASE]]");
    }
    NativeEngine.start();
    Recipe recipe = new Recipe(1, Long.parseLong(args[3]), 0, 16, 2e-3, 32, 5, 0, 5, 0, 0, 0, 0);
    int base = args.length < 6 ? SmallPicture.CARDINALITY : Integer.parseInt(args[5]);
    new OrderStudy(recipe, base, System.err)
        .run(
            Path.of(args[0]),
            Path.of(args[1]),
            Path.of(args[2]),
            args.length < 5 ? ANY_ORDER : args[4],
            MEASURED);
  }

  /**
   * Trains, measures, and writes {@code steps.csv}.
   *
   * @param most test pictures to measure on
   */
  void run(Path training, Path test, Path out, String order, int most) throws IOException {
    Split split = Split.of(List.of(training), Pictures::isPicture, Pictures.NOUN);
    List<int[]> held = SmallPicture.read(split.held());
    List<int[]> pictures = SmallPicture.read(split.training());
    LearntOrder learnt =
        order.equals(ANY_ORDER) ? new AnyOrder() : FixedOrder.of(Schedule.parse(order));
    Map<String, float[]> trained =
        new TrainingLoop(out, recipe, progress)
            .run(tf -> new OrderTask(tf, recipe, upscaling, learnt, pictures, held), true);
    List<int[]> measured = SmallPicture.read(first(test, most));
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      OrderTask task = new OrderTask(tf, recipe, upscaling, learnt, pictures, held);
      try (TrainingSession session = new TrainingSession(graph, tf, task)) {
        session.restoreAverages(trained);
        IdealRate rate = new IdealRate(task, session, upscaling);
        StepsTable table = new StepsTable(rate, upscaling.stages(), measured, progress);
        if (learnt instanceof FixedOrder schedule) {
          table.add(schedule.plan());
        } else {
          table.addPolicies(held.subList(0, Math.min(held.size(), LOSS_PICTURES)));
        }
        Files.writeString(out.resolve("steps.csv"), table.csv());
      }
    }
  }

  private static List<Path> first(Path folder, int most) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Pictures::isPicture).sorted().limit(most).toList();
    }
  }
}
