package io.ardmstream.cli.archives;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveStore;
import io.ardmstream.archive.NewFile;
import io.ardmstream.archive.table.IndexTable;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.jobs.archive.ArchiveStores;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm archive-index}: what an archive holds, as a table. */
@Command(
    name = "archive-index",
    mixinStandardHelpOptions = true,
    description =
        "Write a Parquet table with a row for each file of an archive: name, time, stream, sizes,"
            + " format, shape, model and place. SQL engines read it. Nothing is decoded.")
public final class ArchiveIndexCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The table, a path or URI.")
  private String out;

  @Option(names = "-f", description = "Replace an existing table.")
  private boolean force;

  @Option(
      names = "--index-only",
      description =
          "Read the index alone, which is fast: of name, time, size of the file, SHA-256 and place;"
              + " the other columns stay empty.")
  private boolean indexOnly;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Parameters(
      index = "0",
      paramLabel = "ARCHIVE",
      description = "What ardm backfill wrote, by its folder or URI.")
  private String location;

  @Override
  public Integer call() throws IOException {
    int name = out.lastIndexOf('/') + 1;
    ArchiveStore folder = ArchiveStores.of(name == 0 ? "." : out.substring(0, name));
    if (!force && folder.exists(out.substring(name))) {
      throw new FileAlreadyExistsException(out, null, "-f replaces it");
    }
    NewFile file = folder.create(out.substring(name));
    try (Archive archive = Archive.open(ArchiveStores.of(location))) {
      IndexTable table = new IndexTable(archive);
      write(archive, table, file);
      file.publish();
      return new ArchiveReports(spec, json).show(table);
    } finally {
      file.abandon();
    }
  }

  private void write(Archive archive, IndexTable table, NewFile file) throws IOException {
    try (OutputStream content = new BufferedOutputStream(file.content())) {
      if (indexOnly) {
        table.writeIndex(content);
      } else {
        try (Progress progress = Progress.of("archive-index", archive.length())) {
          table.writeAll(content, progress::advance);
        }
      }
    }
  }
}
