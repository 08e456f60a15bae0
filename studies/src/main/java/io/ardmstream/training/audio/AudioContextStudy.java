package io.ardmstream.training.audio;

import io.ardmstream.block.Block;
import io.ardmstream.likelihood.audio.AudioFeatures;
import io.ardmstream.likelihood.audio.ResidualHead;
import io.ardmstream.tensorflow.NativeEngine;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.Split;
import io.ardmstream.training.TrainingLoop;
import io.ardmstream.training.TrainingSession;
import io.ardmstream.training.Trunk;
import io.ardmstream.transform.audio.SearchEffort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

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

  private static final int LEVELS = 16;
  private static final int MEASURED_ROWS = 1 << 17;

  private final boolean decorrelated;
  private final boolean causal;
  private final Recipe recipe;
  private final AudioFeatures features;
  private final CausalRows causalRows;
  private final AudioArchitecture architecture;

  private AudioContextStudy(String context, Recipe recipe) {
    this.recipe = recipe;
    decorrelated = !context.equals("samples");
    causal = context.equals("causal");
    features = new AudioFeatures(recipe.reach());
    causalRows = new CausalRows(2 * recipe.reach());
    architecture =
        new AudioArchitecture(
            causal ? causalRows.width() : features.width(),
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
        new TrainingLoop(out, recipe, System.err).run(tf -> task(tf, training, heldSpeech), true);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      AudioTask task = task(tf, training, heldSpeech);
      try (TrainingSession session = new TrainingSession(graph, tf, task)) {
        session.restoreAverages(trained);
        System.out.printf(
            "speech %.4f, music %.4f bits per sample, %d multiplications%n",
            session.costs(task.feeds(rows(heldSpeech), MEASURED_ROWS, 1))[0],
            session.costs(task.feeds(rows(heldMusic), MEASURED_ROWS, 2))[0],
            architecture.network().macs());
      }
    }
  }

  private AudioTask task(Ops tf, AudioResiduals training, AudioResiduals held) {
    return new AudioTask(tf, architecture, rows(training), rows(held), recipe);
  }

  private AudioTask.Rows rows(AudioResiduals residuals) {
    return causal
        ? (count, random) -> causalRows.draw(residuals, count, random)
        : (count, random) -> ResidualBatch.draw(residuals, features, count, random);
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
}
