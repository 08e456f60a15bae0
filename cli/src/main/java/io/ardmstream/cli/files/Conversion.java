package io.ardmstream.cli.files;

import com.google.gson.JsonObject;
import io.ardmstream.archive.PathText;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.failure.ArdmException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Converts files in groups: reads them, has a group converted at once, writes the results. A file
 * that fails is reported and never disturbs the others.
 */
final class Conversion {
  /** Little can become much, and what files of one call become is in memory together. */
  private static final long MOST_BYTES =
      Math.max(FileGroups.GROUP_BYTES, Runtime.getRuntime().maxMemory() / 16);

  private final Map<Path, Path> outputs;
  private final SafeOutput sink;
  private final Report report;
  private final ToLongFunction<byte[]> size;

  /**
   * Prepares a conversion.
   *
   * @param outputs where the result of each file goes
   * @param size bytes of a file or of what it becomes, whichever are more
   */
  Conversion(Map<Path, Path> outputs, SafeOutput sink, Report report, ToLongFunction<byte[]> size) {
    this.outputs = outputs;
    this.sink = sink;
    this.report = report;
    this.size = size;
  }

  void run(List<Path> files, Function<List<byte[]>, List<Converted>> converter, Progress progress) {
    for (List<Path> group : FileGroups.ofPaths(files)) {
      List<FileGroups.Sized<Input>> inputs =
          read(group).stream()
              .map(input -> new FileGroups.Sized<>(input, size.applyAsLong(input.content)))
              .toList();
      FileGroups.of(inputs, MOST_BYTES).forEach(some -> convert(some, converter));
      progress.advance(FileGroups.length(group));
    }
  }

  private void convert(List<Input> inputs, Function<List<byte[]>, List<Converted>> converter) {
    List<Converted> results = converter.apply(inputs.stream().map(Input::content).toList());
    for (int i = 0; i < results.size(); i++) {
      settle(inputs.get(i).file(), results.get(i));
    }
  }

  private record Input(Path file, byte[] content) {}

  private List<Input> read(List<Path> group) {
    List<Input> inputs = new ArrayList<>();
    for (Path file : group) {
      try {
        sink.check(outputs.get(file));
        inputs.add(new Input(file, FileContent.of(file)));
      } catch (IOException | ArdmException e) {
        report.failed(file, e);
      }
    }
    return inputs;
  }

  private void settle(Path file, Converted result) {
    Path target = outputs.get(file);
    try {
      if (result instanceof Converted.Success success) {
        sink.write(target, success.bytes());
        String line = "%s -> %s: %s".formatted(file, target, success.summary());
        report.done(file, line, withOutput(success.details(), target));
        if (!success.note().isEmpty()) {
          report.note(file, success.note());
        }
      } else if (result instanceof Converted.Partial partial) {
        sink.write(target, partial.bytes());
        String message = partial.failure().getMessage() + " What could be saved is in " + target;
        ExitCode reason = ExitCode.of(partial.failure());
        report.failed(file, message, reason, withOutput(partial.details(), target));
      } else {
        report.failed(file, ((Converted.Refused) result).failure());
      }
    } catch (IOException e) {
      report.failed(file, e);
    }
  }

  private static JsonObject withOutput(JsonObject details, Path target) {
    details.addProperty("output", PathText.of(target));
    return details;
  }
}
