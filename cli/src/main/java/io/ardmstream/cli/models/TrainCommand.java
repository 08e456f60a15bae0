package io.ardmstream.cli.models;

import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.tensorflow.NativeEngine;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.anyorder.OrderAgnosticTraining;
import io.ardmstream.training.audio.AudioTraining;
import io.ardmstream.training.image.ImageTraining;
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

/** {@code ardm train}: from a folder of media to a model bundle. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Train a likelihood model on your own media and write it as a bundle.",
      "Images: PNG, BMP and TIFF files, and JPEG files, reduced threefold; folders may be larger"
          + " than the memory. Audio: WAV and FLAC files. One file in twenty is held out, and the"
          + " written bundle is tried on it by real coding.",
      "Name the folder that BUNDLE lies in in the environment variable ARDM_MODELS, and every"
          + " command finds the model; encode with it by --model NAME."
    })
public final class TrainCommand implements Callable<Integer> {

  /** What a model is for. */
  enum Modality {
    IMAGE,
    AUDIO
  }

  /** What a model is an instance of. */
  enum Family {
    ONE_ORDER("one-order"),
    ORDER_AGNOSTIC("order-agnostic");

    private final String text;

    Family(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODALITY", description = "${COMPLETION-CANDIDATES}.")
  private Modality modality;

  @Option(
      names = "--family",
      defaultValue = "one-order",
      description =
          "${COMPLETION-CANDIDATES}: whether the model learns one generation order or all of them"
              + " (images only; default: ${DEFAULT-VALUE}).")
  private Family family;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder to learn from, with its subfolders; may be repeated.")
  private List<Path> data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "BUNDLE",
      description = "Folder of the bundle; checkpoint and curves go to BUNDLE.training.")
  private Path out;

  @Option(names = "--name", description = "Name of the model (default: that of the folder).")
  private String name;

  @Option(
      names = "--model-version",
      paramLabel = "N",
      defaultValue = "1",
      description = "Version of the model (default: ${DEFAULT-VALUE}).")
  private int version;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Time to train for; sets the number of steps by the measured speed.")
  private Double minutes;

  @Option(names = "--steps", paramLabel = "N", description = "Number of steps, instead of a time.")
  private Long steps;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Recipe as JSON; what it leaves out is as in the published model.")
  private Path config;

  @Option(
      names = "--resume",
      description =
          "Continue from the checkpoint of an earlier run, with its number of steps or --steps.")
  private boolean resume;

  @Option(
      names = "--prepare",
      description = {
        "Do not train: write networks, initial weights and data to BUNDLE.training, for",
        "training/accelerator. What it brings back, --resume makes a bundle of."
      })
  private boolean prepare;

  @Override
  public Integer call() throws IOException {
    check();
    Recipe recipe = recipe();
    NativeEngine.start();
    Path bundle = out.toAbsolutePath().normalize();
    String model = name == null ? bundle.getFileName().toString() : name;
    switch (modality) {
      case IMAGE -> {
        if (family == Family.ORDER_AGNOSTIC) {
          new OrderAgnosticTraining(recipe, System.err).run(data, bundle, model, version, resume);
        } else {
          image(new ImageTraining(recipe, System.err), bundle, model);
        }
      }
      case AUDIO -> audio(new AudioTraining(recipe, System.err), bundle, model);
    }
    return ExitCode.OK.number();
  }

  private void image(ImageTraining training, Path bundle, String model) throws IOException {
    if (prepare) {
      training.prepare(data, bundle, model, version);
    } else {
      training.run(data, bundle, model, version, resume);
    }
  }

  private void audio(AudioTraining training, Path bundle, String model) throws IOException {
    if (prepare) {
      training.prepare(data, bundle, model, version);
    } else {
      training.run(data, bundle, model, version, resume);
    }
  }

  private void check() throws IOException {
    if (minutes != null && minutes <= 0 || steps != null && steps < 1 || version < 1) {
      throw new ParameterException(
          spec.commandLine(), "--minutes, --steps and --model-version have to be positive.");
    }
    if (family == Family.ORDER_AGNOSTIC && (modality == Modality.AUDIO || prepare)) {
      throw new ParameterException(
          spec.commandLine(),
          "Order-agnostic models are for images, and trained here: leave out --family or --prepare.");
    }
    if (prepare && resume) {
      throw new ParameterException(
          spec.commandLine(), "--prepare starts anew, --resume goes on: give one of them.");
    }
    if (out.toAbsolutePath().normalize().getFileName() == null) {
      throw new ParameterException(
          spec.commandLine(), "--out " + out + " is a root folder; name a folder below it.");
    }
    if (Files.isRegularFile(out)) {
      throw new IOException(out + " is a file; a bundle is a folder, so choose another name");
    }
    if (Files.exists(out.resolve("model.json"))) {
      // records may refer to it
      throw new IOException(
          out + " holds a model already; models never change, so choose another folder");
    }
  }

  private Recipe recipe() throws IOException {
    Recipe recipe = modality == Modality.IMAGE ? Recipe.image() : Recipe.audio();
    if (family == Family.ORDER_AGNOSTIC) {
      recipe = Recipe.orderAgnostic();
    }
    if (config != null) {
      recipe = recipe.with(config);
    }
    if (minutes != null) {
      recipe = recipe.withMinutes(minutes);
    }
    return steps == null ? recipe : recipe.withSteps(steps);
  }
}
