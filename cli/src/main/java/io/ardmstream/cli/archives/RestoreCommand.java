package io.ardmstream.cli.archives;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.restore.ReadReport;
import io.ardmstream.archive.restore.Restore;
import io.ardmstream.cli.files.LimitFlags;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.codec.Codec;
import io.ardmstream.jobs.archive.ArchiveStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm restore}: files out of an archive. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Write the files of an archive into a folder, under their original names and with their"
            + " times. Existing files are never changed, and nothing is written outside the folder.")
public final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LimitFlags limits;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Restore this file alone, without reading the rest of the archive.")
  private String only;

  @Option(
      names = "--as",
      paramLabel = "FILE",
      description = "Another name for the file of --only, below FOLDER.")
  private String as;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Parameters(
      index = "0",
      paramLabel = "ARCHIVE",
      description = "What ardm backfill wrote, by its folder or URI.")
  private String root;

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Where the files go.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    if (as != null && only == null) {
      throw new ParameterException(spec.commandLine(), "--as goes with --only.");
    }
    try (Archive archive = Archive.open(ArchiveStores.of(root));
        Codec codec = limits.forDecoding()) {
      return new ArchiveReports(spec, json).show("restored", restore(archive, codec));
    }
  }

  private ReadReport restore(Archive archive, Codec codec) throws IOException {
    Restore restore = new Restore(archive, codec);
    if (only != null) {
      return restore.one(only, as == null ? only : as, folder);
    }
    try (Progress progress = Progress.of("restore", archive.length())) {
      return restore.all(folder, progress::advance);
    }
  }
}
