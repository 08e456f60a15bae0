package io.ardmstream.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A TensorFlow session over a task's graph: updates, measures, saves and restores. */
public final class TrainingSession implements AutoCloseable {

  private final TrainingTask task;
  private final Optimiser optimiser;
  private final Operand<TFloat32> loss;
  private final Session session;

  /** Opens a session with the initial weights. */
  public TrainingSession(Graph graph, Ops tf, TrainingTask task) {
    this.task = task;
    this.loss = tf.math.mean(task.costs(), tf.constant(0));
    this.optimiser = new Optimiser(tf, task.parameters(), loss);
    this.session = new Session(graph);
    Map<String, float[]> initial = new LinkedHashMap<>();
    task.parameters().all().forEach(p -> initial.put(p.name(), p.initial()));
    restore(initial);
  }

  /** One update; returns the batch's bits per sample. */
  float step(List<TrainingTask.Feed> batch, Recipe recipe, long step) {
    List<TrainingTask.Feed> feeds = new ArrayList<>(batch);
    feeds.addAll(optimiser.feeds(recipe, step));
    return run(feeds, loss, optimiser.updates())[0];
  }

  /** Bits per sample of each channel on the validation batch, with the current weights. */
  float[] validate() {
    return costs(task.validation());
  }

  /** The task's costs on a batch, with the current weights. */
  public float[] costs(List<TrainingTask.Feed> batch) {
    return run(batch, task.costs(), List.of());
  }

  /** Replaces the weights by their averages over a run. */
  public void restoreAverages(Map<String, float[]> variables) {
    Map<String, float[]> averages = new LinkedHashMap<>(variables);
    averages.replaceAll(
        (name, values) -> variables.getOrDefault(Optimiser.averageOf(name), values));
    restore(averages);
  }

  private float[] run(List<TrainingTask.Feed> feeds, Operand<TFloat32> fetch, List<Op> targets) {
    Session.Runner runner = session.runner();
    List<TFloat32> tensors = new ArrayList<>();
    try {
      for (TrainingTask.Feed feed : feeds) {
        TFloat32 tensor = TFloat32.tensorOf(feed.shape(), DataBuffers.of(feed.values()));
        tensors.add(tensor);
        runner.feed(feed.placeholder(), tensor);
      }
      targets.forEach(target -> runner.addTarget(target.op()));
      try (Result result = runner.fetch(fetch).run()) {
        return values((TFloat32) result.get(0));
      }
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }

  /** All variables by name. */
  Map<String, float[]> save() {
    Map<String, float[]> variables = new LinkedHashMap<>();
    for (Parameters.Parameter parameter : task.parameters().all()) {
      try (Result result = session.runner().fetch(parameter.variable()).run()) {
        variables.put(parameter.name(), values((TFloat32) result.get(0)));
      }
    }
    return variables;
  }

  /**
   * Sets all variables.
   *
   * @throws IllegalArgumentException if one is missing or has another size
   */
  public void restore(Map<String, float[]> variables) {
    for (Parameters.Parameter parameter : task.parameters().all()) {
      float[] values = variables.get(parameter.name());
      if (values == null || values.length != parameter.initial().length) {
        throw new IllegalArgumentException(
            "the checkpoint does not fit the recipe: "
                + parameter.name()
                + " differs; use the recipe it was made with");
      }
      try (TFloat32 tensor = TFloat32.tensorOf(parameter.shape(), DataBuffers.of(values))) {
        session
            .runner()
            .feed(parameter.feed(), tensor)
            .addTarget(parameter.assign().op())
            .run()
            .close();
      }
    }
  }

  private static float[] values(TFloat32 tensor) {
    float[] values = new float[(int) tensor.size()];
    tensor.asRawTensor().data().asFloats().read(values);
    return values;
  }

  @Override
  public void close() {
    session.close();
  }
}
