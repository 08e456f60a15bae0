package io.ardmstream.cli.archives;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveStore;
import io.ardmstream.archive.ArchiveWriter;
import io.ardmstream.archive.restore.RecompressReport;
import io.ardmstream.archive.restore.Recompression;
import io.ardmstream.cli.files.MediaFlags;
import io.ardmstream.cli.files.ModelFlags;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.cli.shell.Terminal;
import io.ardmstream.codec.Codec;
import io.ardmstream.jobs.archive.ArchiveStores;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm recompress}: an archive into a smaller one. */
@Command(
    name = "recompress",
    mixinStandardHelpOptions = true,
    description =
        "Write the files of an archive into another one, encoded by another model. Originals are not"
            + " needed: each file is held against the checksum of its original, and what is written is"
            + " proven to be the same bytes. A record that would not become smaller is taken over. A"
            + " run that was stopped is continued by running again; the archive read never changes.")
public final class RecompressCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MediaFlags media;
  @Mixin private ModelFlags models;
  @Mixin private PublishFlags publish;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Parameters(index = "0", paramLabel = "FROM", description = "An archive, by its folder or URI.")
  private String from;

  @Parameters(index = "1", paramLabel = "TO", description = "An archive, or a new folder or URI.")
  private String to;

  @Override
  public Integer call() throws IOException {
    if (!publish.areUsable()) {
      throw new ParameterException(spec.commandLine(), "--publish-seconds has to be positive.");
    }
    ApartPaths.require(spec, from, to);
    try (GracefulStop stop = new GracefulStop()) {
      return new ArchiveReports(spec, json).show(run(stop));
    }
  }

  private RecompressReport run(GracefulStop stop) throws IOException {
    ArchiveStore store = ArchiveStores.of(to);
    try (Archive source = Archive.open(ArchiveStores.of(from));
        Archive target = Archive.openToWrite(store);
        Codec codec = models.forEncoding().verify(true).build();
        Progress progress = Progress.of("recompress", Terminal.isWatched() ? source.length() : 0);
        Recompression recompression =
            new Recompression(
                source,
                target,
                codec,
                media.options(),
                new ArchiveWriter(store, ArchiveWriter.PART_BYTES, publish.age()))) {
      stop.onSignal(recompression::stop);
      RecompressReport report = recompression.run(progress::advance);
      Archive.mergeIndex(store);
      return report;
    }
  }
}
