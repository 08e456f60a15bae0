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
import io.ardmstream.tensorflow.NativeEngine;
import io.ardmstream.tensorflow.TensorFlowEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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
            + " batches, with and without native code.")
public final class SelfTestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    NativeEngine engine = NativeEngine.start();
    JsonObject report = new JsonObject();
    report.addProperty("tensorflow", engine.version());
    report.addProperty("device", engine.device());
    say("TensorFlow " + engine.version() + " on the " + (engine.graphicsCards() ? "GPU" : "CPU"));
    boolean exact = test(BundleRegistry.published(), report);
    report.addProperty("exact", exact);
    if (json) {
      Report.printJson(spec.commandLine().getOut(), report);
    }
    return (exact ? ExitCode.OK : ExitCode.DEFECT).number();
  }

  private boolean test(List<ModelBundle> bundles, JsonObject report) {
    int threads = Runtime.getRuntime().availableProcessors();
    JsonArray models = new JsonArray();
    boolean exact = true;
    try (ModelRegistry used = new BundleRegistry(bundles, new TensorFlowEngine(), threads);
        ModelRegistry oneThread = new BundleRegistry(bundles, new TensorFlowEngine(), 1);
        ModelRegistry reference = new BundleRegistry(bundles, InferenceEngine.java(), threads)) {
      for (ModelId model : used.available()) {
        List<String> differences = new SelfTest(model).run(used, oneThread, reference);
        exact &= differences.isEmpty();
        models.add(told(model, differences));
      }
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
