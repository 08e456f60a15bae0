package io.ardmstream.cli.models;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.cli.files.Report;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.likelihood.registry.SelfTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ardm selftest}: whether this machine computes what every other machine computes. */
@Command(
    name = "selftest",
    mixinStandardHelpOptions = true,
    description =
        "Check that every model gives the same bytes on this machine as on any other, alone and in"
            + " batches, with one thread and more, by every engine.")
public final class SelfTestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    JsonObject report = new JsonObject();
    List<InferenceEngine> others = started(report);
    boolean exact = test(BundleRegistry.published(), others, report);
    report.addProperty("exact", exact);
    if (json) {
      Report.printJson(spec.commandLine().getOut(), report);
    }
    return (exact ? ExitCode.OK : ExitCode.DEFECT).number();
  }

  /** The engines beside the one in Java that can be started here; says of each what it is. */
  private List<InferenceEngine> started(JsonObject report) {
    List<InferenceEngine> started = new ArrayList<>();
    JsonObject engines = new JsonObject();
    for (InferenceEngine engine : InferenceEngine.installed()) {
      String told;
      try {
        told = engine.start();
        started.add(engine);
      } catch (IllegalStateException cannot) {
        told = "cannot be started: " + cannot.getMessage();
      }
      engines.addProperty(engine.name(), told);
      say("engine %s: %s".formatted(engine.name(), told));
    }
    report.add("engines", engines);
    return started.subList(1, started.size());
  }

  private boolean test(
      List<ModelBundle> bundles, List<InferenceEngine> engines, JsonObject report) {
    int threads = Runtime.getRuntime().availableProcessors();
    JsonArray models = new JsonArray();
    boolean exact = true;
    Map<String, ModelRegistry> others = new LinkedHashMap<>();
    engines.forEach(other -> others.put(other.name(), new BundleRegistry(bundles, other, threads)));
    try (ModelRegistry used = new BundleRegistry(bundles, InferenceEngine.java(), threads);
        ModelRegistry oneThread = new BundleRegistry(bundles, InferenceEngine.java(), 1)) {
      for (ModelId model : used.available()) {
        List<String> differences = new SelfTest(model).run(used, oneThread, others);
        exact &= differences.isEmpty();
        models.add(told(model, differences));
      }
    } finally {
      others.values().forEach(ModelRegistry::close);
    }
    report.add("models", models);
    return exact;
  }

  private JsonObject told(ModelId model, List<String> differences) {
    say(model + (differences.isEmpty() ? ": exact" : ": NOT EXACT"));
    JsonArray array = new JsonArray();
    for (String difference : differences) {
      say("  " + difference);
      array.add(difference);
    }
    JsonObject told = new JsonObject();
    told.addProperty("model", model.toString());
    told.add("differences", array);
    return told;
  }

  private void say(String line) {
    if (!json) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(line);
      out.flush();
    }
  }
}
