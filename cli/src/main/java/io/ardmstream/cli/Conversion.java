package io.ardmstream.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Converts files in groups: reads them, has a group converted at once, writes the results. A file
 * that fails is reported and never disturbs the others.
 */
final class Conversion {
  private final Map<Path, Path> outputs;
  private final SafeOutput sink;
  private final Report report;

  /**
   * Prepares a conversion.
   *
   * @param outputs where the result of each file goes
   */
  Conversion(Map<Path, Path> outputs, SafeOutput sink, Report report) {
    this.outputs = outputs;
    this.sink = sink;
    this.report = report;
  }

  void run(List<Path> files, Function<List<byte[]>, List<Converted>> converter, Progress progress) {
    for (List<Path> group : FileGroups.ofPaths(files)) {
      List<Input> inputs = read(group);
      List<Converted> results = converter.apply(inputs.stream().map(Input::content).toList());
      for (int i = 0; i < results.size(); i++) {
        settle(inputs.get(i).file(), results.get(i));
      }
      progress.advance(FileGroups.length(group));
    }
  }

  private record Input(Path file, byte[] content) {}

  private List<Input> read(List<Path> group) {
    List<Input> inputs = new ArrayList<>();
    for (Path file : group) {
      try {
        sink.check(outputs.get(file));
        inputs.add(new Input(file, Files.readAllBytes(file)));
      } catch (IOException e) {
        report.failed(file, e);
      }
    }
    return inputs;
  }

  private void settle(Path file, Converted result) {
    if (result instanceof Converted.Success success) {
      write(file, success);
    } else {
      report.failed(file, ((Converted.Refused) result).failure());
    }
  }

  private void write(Path file, Converted.Success success) {
    Path target = outputs.get(file);
    try {
      sink.write(target, success.bytes());
    } catch (IOException e) {
      report.failed(file, e);
      return;
    }
    JsonObject details = success.details();
    details.addProperty("output", target.toString());
    report.done(file, "%s -> %s: %s".formatted(file, target, success.summary()), details);
  }
}
