package io.ardmstream.cli;

import io.ardmstream.likelihood.tensorflow.NativeEngine;
import io.ardmstream.training.AudioTraining;
import io.ardmstream.training.ImageTraining;
import io.ardmstream.training.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm train}: a model bundle from one's own pictures or recordings. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Train a likelihood model and write it as a bundle.",
      "Name the folder that OUT lies in in the environment variable ARDM_MODELS, and every command"
          + " finds the model; encode with it by --model NAME."
    })
final class TrainCommand implements Callable<Integer> {
  private enum Kind {
    IMAGE,
    AUDIO
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--kind",
      required = true,
      description = "What to model: ${COMPLETION-CANDIDATES}.")
  private Kind kind;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description =
          "Folder of the bundle. Checkpoints and the learning curve go to OUT.training beside it.")
  private Path out;

  @Option(names = "--name", description = "Name of the model; that of the folder by default.")
  private String name;

  @Option(
      names = "--model-version",
      paramLabel = "N",
      defaultValue = "1",
      description = "Version of the model, ${DEFAULT-VALUE} by default.")
  private int version;

  @Option(
      names = "--minutes",
      defaultValue = "10",
      description = "Time to spend, ${DEFAULT-VALUE} by default.")
  private double minutes;

  @Option(names = "--steps", description = "Updates to make, instead of a time to spend.")
  private long steps;

  @Option(names = "--resume", description = "Go on from the last checkpoint.")
  private boolean resume;

  @Parameters(
      arity = "1..*",
      paramLabel = "DATA",
      description = "Folders of PNG pictures, or of WAV and FLAC recordings.")
  private List<Path> data;

  @Override
  public Integer call() throws IOException {
    check();
    NativeEngine.start();
    Path bundle = out.toAbsolutePath().normalize();
    String model = name == null ? bundle.getFileName().toString() : name;
    switch (kind) {
      case IMAGE ->
          new ImageTraining(recipe(Recipe.image()), System.err)
              .run(data, bundle, model, version, resume);
      case AUDIO ->
          new AudioTraining(recipe(Recipe.audio()), System.err)
              .run(data, bundle, model, version, resume);
    }
    return ExitCode.OK.number();
  }

  private void check() throws IOException {
    if (minutes <= 0 || steps < 0 || version < 1) {
      throw new ParameterException(
          spec.commandLine(), "--minutes, --steps and --model-version have to be positive.");
    }
    if (Files.exists(out.resolve("model.json"))) {
      // records may refer to it
      throw new IOException(
          out + " holds a model already; models never change, so choose another folder");
    }
  }

  private Recipe recipe(Recipe published) {
    return steps > 0 ? published.withSteps(steps) : published.withMinutes(minutes);
  }
}
