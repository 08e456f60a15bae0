package io.ardmstream.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Flags of commands that write files. */
final class OutputFlags {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "File to write, or the directory for several.")
  Path out;

  @Option(
      names = {"-f", "--force"},
      description = "Overwrite files that exist.")
  boolean force;
}
