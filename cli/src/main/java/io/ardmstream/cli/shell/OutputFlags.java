package io.ardmstream.cli.shell;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Flags of commands that write files. */
public final class OutputFlags {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "File to write, or the directory for several.")
  public Path out;

  @Option(
      names = {"-f", "--force"},
      description = "Overwrite files that exist.")
  public boolean force;
}
