package io.ardmstream.cli.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.ardmstream.archive.PathText;
import io.ardmstream.cli.files.MediaFlags;
import io.ardmstream.cli.files.MediaFolder;
import io.ardmstream.cli.files.ModelFlags;
import io.ardmstream.cli.files.Report;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.cli.shell.TemporaryFolder;
import io.ardmstream.codec.Codec;
import io.ardmstream.media.MediaOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm bench}: rate and speed on files, every byte compared. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Encode and decode every media file under the paths in memory, and compare.")
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelFlags models;
  @Mixin private MediaFlags media;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Option(
      names = "--stream",
      description =
          "Also send the files through Kafka and the compress job, both in this process, and"
              + " compare its throughput with that of the encoder alone.")
  private boolean stream;

  @Option(
      names = "--stages",
      description = "Also encode and decode for some seconds more, and tell where the time goes.")
  private boolean stages;

  @Option(
      names = "--group",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Take the files of each folder, in the order of their names, for records of one stream,"
              + " of which up to N lean on each other.")
  private int group;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and directories.")
  private List<Path> paths;

  @Override
  public Integer call() throws Exception {
    if (group < 1) {
      throw new ParameterException(spec.commandLine(), "--group must be at least 1");
    }
    MediaOptions options = media.options();
    if (stream && !options.equals(MediaOptions.defaults())) {
      throw new ParameterException(
          spec.commandLine(), "--stream takes files as they are: leave out --raw and the like.");
    }
    List<BenchFile.Measurable> files = new ArrayList<>();
    Map<Path, String> skipped = new LinkedHashMap<>();
    for (Path file : MediaFolder.filesUnder(paths)) {
      BenchFile found = BenchFile.look(file, options);
      if (found instanceof BenchFile.Measurable measurable) {
        files.add(measurable);
      } else if (found instanceof BenchFile.Skipped other) {
        skipped.put(other.path(), other.reason());
      }
    }
    BenchTotals totals = measure(files, options);
    Optional<StageTimes> staged =
        stages && !files.isEmpty() ? Optional.of(stages(files, options)) : Optional.empty();
    Optional<StreamTimes> streamed = stream ? Optional.of(stream(files)) : Optional.empty();
    print(totals, staged, streamed, kept(files), skipped);
    return exitCode(totals).number();
  }

  private BenchTotals measure(List<BenchFile.Measurable> files, MediaOptions options)
      throws IOException {
    long rawBytes = files.stream().mapToLong(BenchFile.Measurable::rawBytes).sum();
    try (Codec codec = models.forEncoding().verify(false).build();
        Progress progress = Progress.of("bench", rawBytes)) {
      Bench bench = new Bench(codec, options, group);
      bench.warmUp(files);
      return bench.measure(files, progress);
    }
  }

  private StageTimes stages(List<BenchFile.Measurable> files, MediaOptions options)
      throws IOException {
    try (Codec codec = models.forEncoding().verify(false).build();
        TemporaryFolder folder = TemporaryFolder.create("ardm-bench")) {
      new Bench(codec, options, 1).warmUp(files);
      return new StageBench(codec, options, paths(files)).measure(folder.path());
    }
  }

  private StreamTimes stream(List<BenchFile.Measurable> files) throws Exception {
    try (Codec codec = models.forEncoding().verify(false).build();
        TemporaryFolder folder = TemporaryFolder.create("ardm-bench")) {
      Map<String, String> settings = new HashMap<>(models.settings());
      settings.put("codec.verify", "false");
      return new StreamBench(paths(files)).measure(codec, settings, folder.path());
    }
  }

  private static List<Path> paths(List<BenchFile.Measurable> files) {
    return files.stream().map(BenchFile.Measurable::path).toList();
  }

  private static ExitCode exitCode(BenchTotals totals) {
    if (totals.rows().isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    return totals.mismatches() == 0 ? ExitCode.OK : ExitCode.CORRUPT;
  }

  private void print(
      BenchTotals totals,
      Optional<StageTimes> staged,
      Optional<StreamTimes> streamed,
      Map<Path, String> kept,
      Map<Path, String> skipped) {
    if (json) {
      JsonObject all = totals.json();
      staged.ifPresent(times -> all.add("stages", times.json()));
      streamed.ifPresent(times -> all.add("stream", times.json()));
      all.add("kept", reasons(kept));
      all.add("skipped", reasons(skipped));
      Report.printJson(spec.commandLine().getOut(), all);
    } else {
      new BenchTable(totals).print(spec.commandLine().getOut());
      staged.ifPresent(times -> spec.commandLine().getOut().println(times.text()));
      streamed.ifPresent(times -> spec.commandLine().getOut().println(times.text()));
      say("kept as plain bytes", kept);
      say("skipped", skipped);
    }
    if (totals.rows().isEmpty()) {
      spec.commandLine().getErr().println("ardm: there is no media file to measure.");
    }
  }

  private void say(String what, Map<Path, String> reasons) {
    reasons.forEach(
        (file, reason) ->
            spec.commandLine().getErr().println("%s %s: %s".formatted(what, file, reason)));
  }

  private static Map<Path, String> kept(List<BenchFile.Measurable> files) {
    Map<Path, String> kept = new LinkedHashMap<>();
    files.forEach(file -> file.kept().ifPresent(reason -> kept.put(file.path(), reason)));
    return kept;
  }

  private static JsonArray reasons(Map<Path, String> reasons) {
    JsonArray array = new JsonArray();
    reasons.forEach(
        (file, reason) -> {
          JsonObject one = new JsonObject();
          one.addProperty("file", PathText.of(file));
          one.addProperty("reason", reason);
          array.add(one);
        });
    return array;
  }
}
