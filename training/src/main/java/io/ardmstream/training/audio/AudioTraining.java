package io.ardmstream.training.audio;

import io.ardmstream.block.Block;
import io.ardmstream.bundle.BundleDescription;
import io.ardmstream.likelihood.audio.AudioFeatures;
import io.ardmstream.likelihood.audio.CausalFeatures;
import io.ardmstream.likelihood.audio.ResidualHead;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.training.BundleWriter;
import io.ardmstream.training.CodingTrial;
import io.ardmstream.training.Declaration;
import io.ardmstream.training.IntegerExport;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.Split;
import io.ardmstream.training.TrainingLoop;
import io.ardmstream.training.Trunk;
import io.ardmstream.transform.audio.SearchEffort;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trains an audio model on a folder of WAV and FLAC clips and publishes it as a bundle.
 *
 * <p>One clip in twenty is held out for validation.
 */
public final class AudioTraining {

  private static final int LEVELS = 16;

  private final Recipe recipe;
  private final PrintStream progress;
  private final AudioFeatures features;
  private final AudioArchitecture architecture;

  /**
   * A training run.
   *
   * @param progress gets lines of text
   */
  public AudioTraining(Recipe recipe, PrintStream progress) {
    this.recipe = recipe;
    this.progress = progress;
    this.features = new AudioFeatures(recipe.reach());
    this.architecture =
        new AudioArchitecture(
            recipe.mixing() == 0 ? features.width() : CausalFeatures.WIDTH,
            new Trunk(recipe.trunk(), recipe.blocks(), recipe.hidden()),
            new ResidualHead(recipe.components()));
  }

  /**
   * Trains and writes the bundle.
   *
   * @param data folders of clips
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
    Split files = Split.of(data, AudioClips::isClip, "WAV or FLAC files");
    List<Block> heldBlocks = blocks(files.held());
    AudioResiduals training = decorrelated(blocks(files.training()));
    AudioResiduals held = decorrelated(heldBlocks);
    progress.printf(
        "%d residuals to learn from, %d held out; %d multiplications per sample%n",
        training.residuals(), held.residuals(), architecture.network().macs());
    TrainingLoop loop = new TrainingLoop(work, recipe, progress);
    Map<String, float[]> trained =
        loop.run(tf -> new AudioTask(tf, architecture, rows(training), rows(held), recipe), resume);
    NetworkSpec spec = architecture.network();
    new BundleWriter(out).write(description, List.of(IntegerExport.averaged(spec, trained)));
    progress.printf("wrote %s%n%s%n", out, CodingTrial.of(out, heldBlocks).summary());
  }

  /**
   * Writes to {@code OUT.training} what training elsewhere needs: the declaration of the network,
   * its initial weights, and the residuals.
   *
   * @throws IOException if data cannot be read or the folder not be written
   */
  public void prepare(List<Path> data, Path out, String name, int version) throws IOException {
    Split files = Split.of(data, AudioClips::isClip, "WAV or FLAC files");
    Path work = BundleWriter.workOf(out);
    AudioResiduals held = decorrelated(blocks(files.held()));
    new TrainingLoop(work, recipe, progress)
        .prepare(tf -> new AudioTask(tf, architecture, rows(held), rows(held), recipe));
    Declaration.write(description(name, version), work);
    ResidualsFile.write(
        work.resolve("training.gz"), decorrelated(blocks(files.training())).units());
    ResidualsFile.write(work.resolve("held.gz"), held.units());
    progress.printf("wrote %s%n", work);
  }

  private AudioTask.Rows rows(AudioResiduals residuals) {
    if (recipe.mixing() != 0) {
      return new CausalResiduals(residuals)::draw;
    }
    return (count, random) -> ResidualBatch.draw(residuals, features, count, random);
  }

  private AudioResiduals decorrelated(List<Block> blocks) {
    // those of one predictor are like those of several together
    SearchEffort effort =
        recipe.mixing() == 0 ? SearchEffort.values()[recipe.effort()] : SearchEffort.FAST;
    AudioResiduals decorrelated = new AudioResiduals(LEVELS, effort);
    blocks.forEach(decorrelated::add);
    return decorrelated;
  }

  private static List<Block> blocks(List<Path> clips) throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (Path clip : clips) {
      blocks.addAll(AudioResiduals.cut(AudioClips.read(clip)));
    }
    return blocks;
  }

  private BundleDescription description(String name, int version) {
    boolean mixes = recipe.mixing() != 0;
    Map<String, Integer> parameters = new TreeMap<>();
    parameters.put("components", recipe.components());
    parameters.put("effort", recipe.effort());
    if (mixes) {
      parameters.put("mixing", recipe.mixing());
    } else {
      parameters.put("levels", LEVELS);
      parameters.put("reach", recipe.reach());
    }
    return new BundleDescription(
        mixes ? BundleDescription.MIXED : BundleDescription.FORMAT,
        name,
        version,
        "audio",
        mixes ? "wavefront(0)" : "lattice(" + LEVELS + ")",
        16,
        parameters,
        List.of(architecture.network()),
        Map.of());
  }
}
