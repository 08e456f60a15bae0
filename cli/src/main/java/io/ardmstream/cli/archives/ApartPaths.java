package io.ardmstream.cli.archives;

import io.ardmstream.archive.PathText;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What is read lies apart from the archive that is written. */
final class ApartPaths {
  private ApartPaths() {}

  /** Refuses a command whose paths lie in each other. */
  static void require(CommandSpec command, Path read, Path archive) {
    Path from = read.toAbsolutePath().normalize();
    Path to = archive.toAbsolutePath().normalize();
    if (from.startsWith(to) || to.startsWith(from)) {
      throw new ParameterException(
          command.commandLine(),
          "%s and the archive %s lie in each other; name another folder for the archive."
              .formatted(PathText.of(read), PathText.of(archive)));
    }
  }
}
