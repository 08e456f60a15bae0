package io.ardmstream.training.audio;

import io.ardmstream.block.Block;
import io.ardmstream.likelihood.audio.AudioFeatures;
import io.ardmstream.likelihood.audio.ResidualHead;
import io.ardmstream.tensorflow.NativeEngine;
import io.ardmstream.training.Parameters;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.Split;
import io.ardmstream.training.TrainingLoop;
import io.ardmstream.training.TrainingSession;
import io.ardmstream.training.TrainingTask;
import io.ardmstream.training.Trunk;
import io.ardmstream.transform.audio.SearchEffort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What the context of the audio model brings: trains one small network of equal size and prints
 * bits per sample of held-out clips.
 *
 * <pre>AudioContextStudy CONTEXT STEPS OUT SPEECH MUSIC</pre>
 *
 * <p>CONTEXT: {@code lattice}, residuals on both sides, as published; {@code causal}, earlier
 * residuals only; {@code samples}, the lattice on the samples themselves, without decorrelation.
 */
final class AudioContextStudy {

  /** Where rows come from. */
  private interface Rows {
    ResidualBatch draw(AudioResiduals blocks, int rows, Random random);
  }

  private static final int LEVELS = 16;
  private static final int MEASURED_ROWS = 1 << 17;
  private static final int VALIDATION_ROWS = 1 << 15;

  private final boolean decorrelated;
  private final Recipe recipe;
  private final Rows rows;
  private final AudioArchitecture architecture;

  private AudioContextStudy(String context, Recipe recipe) {
    this.recipe = recipe;
    this.decorrelated = !context.equals("samples");
    AudioFeatures features = new AudioFeatures(recipe.reach());
    CausalRows causal = new CausalRows(2 * recipe.reach());
    boolean past = context.equals("causal");
    this.rows =
        past
            ? causal::draw
            : (blocks, count, random) -> ResidualBatch.draw(blocks, features, count, random);
    this.architecture =
        new AudioArchitecture(
            past ? causal.width() : features.width(),
            new Trunk(recipe.trunk(), recipe.blocks(), recipe.hidden()),
            new ResidualHead(recipe.components()));
  }

  public static void main(String[] args) throws IOException {
    NativeEngine.start();
    Recipe recipe = Recipe.audio().withSteps(Long.parseLong(args[1]));
    new AudioContextStudy(args[0], recipe)
        .run(Path.of(args[2]), Path.of(args[3]), Path.of(args[4]));
  }

  private void run(Path out, Path speech, Path music) throws IOException {
    AudioResiduals training = new AudioResiduals(LEVELS, SearchEffort.FAST);
    AudioResiduals heldSpeech = new AudioResiduals(LEVELS, SearchEffort.FAST);
    AudioResiduals heldMusic = new AudioResiduals(LEVELS, SearchEffort.FAST);
    read(speech, training, heldSpeech);
    read(music, training, heldMusic);
    Map<String, float[]> trained =
        new TrainingLoop(out, recipe, System.err)
            .run(tf -> new Task(tf, training, heldSpeech), true);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Task task = new Task(tf, training, heldSpeech);
      try (TrainingSession session = new TrainingSession(graph, tf, task)) {
        session.restoreAverages(trained);
        System.out.printf(
            "speech %.4f, music %.4f bits per sample, %d multiplications%n",
            session.costs(task.rows(heldSpeech, MEASURED_ROWS, 1))[0],
            session.costs(task.rows(heldMusic, MEASURED_ROWS, 2))[0],
            architecture.network().macs());
      }
    }
  }

  private void read(Path folder, AudioResiduals training, AudioResiduals held) throws IOException {
    Split files = Split.of(List.of(folder), AudioClips::isClip, "WAV or FLAC files");
    add(files.training(), training);
    add(files.held(), held);
  }

  private void add(List<Path> clips, AudioResiduals blocks) throws IOException {
    for (Path clip : clips) {
      for (Block block : AudioResiduals.cut(AudioClips.read(clip))) {
        if (decorrelated) {
          blocks.add(block);
        } else {
          blocks.add(block.planes(), block.layout().bitDepth());
        }
      }
    }
  }

  /** Trains on the rows of a context. */
  private final class Task implements TrainingTask {

    private final AudioResiduals training;
    private final AudioObjective objective;
    private final List<Feed> validation;

    Task(Ops tf, AudioResiduals training, AudioResiduals held) {
      this.training = training;
      this.objective = new AudioObjective(tf, architecture, recipe.seed());
      this.validation = rows(held, VALIDATION_ROWS, 77);
    }

    List<Feed> rows(AudioResiduals blocks, int count, long seed) {
      return objective.feeds(rows.draw(blocks, count, new Random(seed)));
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
      return objective.feeds(rows.draw(training, recipe.rows(), random));
    }

    @Override
    public List<Feed> validation() {
      return validation;
    }
  }
}
