package io.ardmstream.cli.files;

import io.ardmstream.archive.PathText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where the result of each input goes. */
final class Outputs {
  private Outputs() {}

  /**
   * The output of each of {@code inputs}: beside it, in the directory {@code out}, or {@code out}
   * itself for a single input.
   *
   * @param naming from the name of an input to the name of its output
   * @throws ParameterException when two inputs would go to one file
   */
  static Map<Path, Path> of(
      List<Path> inputs, Path out, UnaryOperator<String> naming, CommandLine command) {
    Map<Path, Path> outputs = new HashMap<>();
    Map<Path, Path> taken = new HashMap<>();
    for (Path input : inputs) {
      Path output = outputOf(input, inputs.size(), out, naming, command);
      Path other = taken.put(output.toAbsolutePath().normalize(), input);
      if (other != null) {
        throw new ParameterException(
            command, "%s and %s would both go to %s.".formatted(other, input, output));
      }
      outputs.put(input, output);
    }
    return outputs;
  }

  private static Path outputOf(
      Path input, int inputs, Path out, UnaryOperator<String> naming, CommandLine command) {
    if (out != null && !Files.isDirectory(out)) {
      if (inputs > 1) {
        throw new ParameterException(
            command, "-o %s has to be a directory for several files.".formatted(out));
      }
      return out;
    }
    if (input.getFileName() == null) {
      throw new ParameterException(command, input + " is a root folder and no file.");
    }
    String name = naming.apply(PathText.of(input.getFileName()));
    return out == null ? input.resolveSibling(PathText.path(name)) : PathText.resolve(out, name);
  }
}
