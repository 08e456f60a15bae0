package io.ardmstream.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

/**
 * Runs a task to its end: draws batches ahead in a second thread, reports progress, keeps
 * checkpoints and curves, and resumes after a kill.
 */
public final class TrainingLoop {

  /** Builds a task's graph. */
  public interface TaskFactory {

    /** Called once, with the operations of a fresh graph. */
    TrainingTask create(Ops tf);
  }

  private static final int REPORT_EVERY = 250;
  private static final int CHECKPOINT_EVERY = 1000;
  private static final int CALIBRATION = 60;

  private final Path folder;
  private final PrintStream progress;
  private final LearningCurve curve = new LearningCurve();
  private Recipe recipe;
  private long started;
  private double average;

  /**
   * A loop.
   *
   * @param folder where checkpoint and curves go
   * @param progress gets a line every {@value #REPORT_EVERY} steps
   */
  public TrainingLoop(Path folder, Recipe recipe, PrintStream progress) {
    this.folder = folder;
    this.recipe = recipe;
    this.progress = progress;
  }

  /** Trains and returns all variables by name. */
  public Map<String, float[]> run(TaskFactory factory, boolean resume) throws IOException {
    Files.createDirectories(folder);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      TrainingTask task = factory.create(tf);
      try (TrainingSession session = new TrainingSession(graph, tf, task)) {
        loop(task, session, resume ? resume(session) : 0);
        return session.save();
      }
    }
  }

  /** Writes the checkpoint of step 0, for training elsewhere. */
  public void prepare(TaskFactory factory) throws IOException {
    Files.createDirectories(folder);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      try (TrainingSession session = new TrainingSession(graph, tf, factory.create(tf))) {
        new Checkpoint(0, 0, session.save()).write(checkpointFile());
      }
    }
  }

  /** The recipe with the number of steps that were made. */
  Recipe recipe() {
    return recipe;
  }

  private long resume(TrainingSession session) throws IOException {
    Path file = checkpointFile();
    if (!Files.exists(file)) {
      return 0;
    }
    Checkpoint checkpoint = Checkpoint.read(file);
    session.restore(checkpoint.variables());
    if (recipe.steps() == 0) {
      recipe = recipe.withSteps(checkpoint.steps());
    }
    progress.printf("resuming at step %d of %d%n", checkpoint.step(), recipe.steps());
    return checkpoint.step();
  }

  private void loop(TrainingTask task, TrainingSession session, long from) throws IOException {
    ExecutorService ahead = Executors.newSingleThreadExecutor(TrainingLoop::daemon);
    Random random = new Random(recipe.seed() * 1_000_003 + from);
    started = System.nanoTime();
    try {
      Future<List<TrainingTask.Feed>> next = ahead.submit(() -> task.draw(random));
      for (long step = from + 1; recipe.steps() == 0 || step <= recipe.steps(); step++) {
        List<TrainingTask.Feed> batch = next.get();
        next = ahead.submit(() -> task.draw(random));
        if (recipe.steps() == 0 && step == CALIBRATION) {
          calibrate(step - from);
        }
        Recipe now = recipe.steps() == 0 ? recipe.withSteps(1_000_000) : recipe;
        float bits = session.step(batch, now, step);
        average = step == from + 1 ? bits : 0.98 * average + 0.02 * bits;
        if (step % REPORT_EVERY == 0 || step == recipe.steps()) {
          report(session, step, from);
        }
        if (step % CHECKPOINT_EVERY == 0 || step == recipe.steps()) {
          save(session, step);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("training was interrupted; continue with --resume", e);
    } catch (ExecutionException e) {
      throw new IOException("cannot draw training data: " + e.getCause().getMessage(), e);
    } finally {
      ahead.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "training-data");
    thread.setDaemon(true);
    return thread;
  }

  private void calibrate(long stepsMade) {
    double perSecond = stepsMade / seconds();
    recipe = recipe.withSteps(Math.max(CALIBRATION, (long) (recipe.minutes() * 60 * perSecond)));
    progress.printf(
        Locale.ROOT, "%.1f steps per second: planning %d steps%n", perSecond, recipe.steps());
  }

  private void report(TrainingSession session, long step, long from) {
    float[] costs = session.validate();
    double sum = 0;
    StringBuilder parts = new StringBuilder();
    for (float cost : costs) {
      sum += cost;
      parts.append(String.format(Locale.ROOT, " %.3f", cost));
    }
    double validation = sum / costs.length;
    double left = (recipe.steps() - step) * seconds() / (step - from) / 60;
    curve.add(step, seconds(), average, validation);
    progress.printf(
        Locale.ROOT,
        "step %d of %d: training %.4f, validation %.4f bits per sample (%s ), %.1f minutes left%n",
        step,
        recipe.steps(),
        average,
        validation,
        parts,
        left);
  }

  private void save(TrainingSession session, long step) throws IOException {
    new Checkpoint(step, recipe.steps(), session.save()).write(checkpointFile());
    curve.writeCsv(folder.resolve("curve.csv"));
    curve.writePicture(folder.resolve("curve.png"));
  }

  private Path checkpointFile() {
    return folder.resolve("checkpoint.bin");
  }

  private double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }
}
