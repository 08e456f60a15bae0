package io.ardmstream.jobs.bundle;

import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.TypicalBlock;
import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.config.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks before a job starts that the models it names are installed, and for what they are named.
 * Where no model at all is, as in a client that only submits jobs, nothing can be told.
 */
public final class ModelChecks {
  private static final int MOST_NAMED = 20;

  /** Names of ways to code without a model. */
  private static final List<String> NOT_MODELS = List.of(TypicalBlock.NO_MODEL, TypicalBlock.TURBO);

  private final ModelRegistry models;
  private final List<String> problems = new ArrayList<>();

  private ModelChecks(ModelRegistry models) {
    this.models = models;
  }

  /**
   * Checks the models of this process.
   *
   * @throws ConfigurationException naming every setting that is wrong
   */
  public static void require(CodecSettings settings) {
    try (ModelRegistry installed = ModelRegistry.installed()) {
      List<String> problems = problems(settings, installed);
      if (!problems.isEmpty()) {
        throw new ConfigurationException(problems);
      }
    }
  }

  static List<String> problems(CodecSettings settings, ModelRegistry models) {
    ModelChecks checks = new ModelChecks(models);
    if (!models.available().isEmpty()) {
      checks.checkEngine(settings.engine());
      checks.check("codec.image-model", settings.imageModel(), TypicalBlock.IMAGE);
      checks.check("codec.audio-model", settings.audioModel(), TypicalBlock.AUDIO);
    }
    return checks.problems;
  }

  private void check(String key, String name, TypicalBlock kind) {
    if (name.isEmpty() || NOT_MODELS.contains(name)) {
      return;
    }
    List<String> names = models.available().stream().map(ModelId::name).distinct().toList();
    List<String> fitting = names.stream().filter(each -> kind.coveredBy(each, models)).toList();
    if (!names.contains(name)) {
      problems.add("%s is %s, which is not installed%s".formatted(key, name, hint(name, fitting)));
    } else if (!fitting.contains(name)) {
      problems.add(
          "%s is %s, which is for something else%s".formatted(key, name, hint(name, fitting)));
    }
  }

  private void checkEngine(String name) {
    try {
      models.withEngine(name).close();
    } catch (IllegalArgumentException unknown) {
      problems.add("codec.engine: " + unknown.getMessage());
    }
  }

  private static String hint(String name, List<String> fitting) {
    String choices =
        "write one of none, turbo, "
            + String.join(", ", fitting.stream().limit(MOST_NAMED).toList());
    return Spelling.nearest(name, fitting)
        .map(meant -> "; did you mean " + meant + "? Or " + choices)
        .orElse(": " + choices);
  }
}
