package io.ardmstream.cli.archives;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveStore;
import io.ardmstream.cli.files.MediaFlags;
import io.ardmstream.cli.files.ModelFlags;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.cli.shell.Terminal;
import io.ardmstream.codec.Codec;
import io.ardmstream.jobs.archive.ArchiveStores;
import io.ardmstream.jobs.backfill.Backfill;
import io.ardmstream.jobs.backfill.BackfillReport;
import io.ardmstream.jobs.backfill.BackfillSettings;
import io.ardmstream.jobs.backfill.source.Sources;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm backfill}: existing files into an archive. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    customSynopsis = "ardm backfill [OPTION]... SOURCE... ARCHIVE",
    description = {
      "Put existing files into an archive. What is in it already is left alone, so a run that was"
          + " stopped is continued by running again. The originals are only read.",
      "A SOURCE is a folder, a file, a glob in quotes, or a .tar, .tar.gz, .tar.zst or .zip file;"
          + " URIs such as s3://bucket/folder go to Flink's file systems, for sources and ARCHIVE alike."
    })
public final class BackfillCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MediaFlags media;
  @Mixin private ModelFlags models;
  @Mixin private PublishFlags publish;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      description = "Stream the files belong to, instead of the name of their folder.")
  private String stream;

  @Option(
      names = "--no-verify",
      description = "Do not decode each file again before it is written.")
  private boolean unverified;

  @Option(
      names = "--max-file-bytes",
      paramLabel = "N",
      defaultValue = "268435456",
      description = "Leave out larger files (default: ${DEFAULT-VALUE}).")
  private long maxFileBytes;

  @Option(
      names = "--group",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Encode up to N files of a folder, in the order of their names, as what has changed from"
              + " one to the next; restoring one of them then decodes those before it too (default:"
              + " ${DEFAULT-VALUE}, each stands alone).")
  private int group;

  @Option(
      names = "--checksum",
      description =
          "Compare the content of files that the archive holds with the same length and time, too.")
  private boolean checksum;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Parameters(arity = "2..*", paramLabel = "SOURCE... ARCHIVE", description = "What, and where to.")
  private List<String> paths;

  @Override
  public Integer call() throws IOException {
    if (!publish.areUsable() || maxFileBytes < 1 || group < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--publish-seconds, --max-file-bytes and --group have to be positive.");
    }
    List<String> sources = paths.subList(0, paths.size() - 1);
    String location = paths.get(paths.size() - 1);
    for (String source : sources) {
      ApartPaths.require(spec, source, location);
    }
    try (GracefulStop stop = new GracefulStop()) {
      BackfillReport report = run(sources, ArchiveStores.of(location), stop);
      int code = new ArchiveReports(spec, json).show(report);
      if (stop.isAsked()) {
        spec.commandLine()
            .getErr()
            .println("ardm: stopped; what is reported is in the archive. Run again to continue.");
        spec.commandLine().getErr().flush();
      }
      return code;
    }
  }

  private BackfillReport run(List<String> sources, ArchiveStore store, GracefulStop stop)
      throws IOException {
    Sources finder = new Sources(stream);
    long bytes = Terminal.isWatched() ? length(finder, sources) : 0;
    try (Archive archive = Archive.openToWrite(store);
        Codec codec = models.forEncoding().verify(!unverified).build();
        Progress progress = Progress.of("backfill", bytes);
        Backfill backfill = new Backfill(archive, codec, settings(), progress::advance)) {
      stop.onSignal(backfill::stop);
      for (String source : sources) {
        finder.visit(source, backfill::add);
      }
      BackfillReport report = backfill.finish();
      Archive.mergeIndex(store);
      return report;
    }
  }

  private BackfillSettings settings() {
    return BackfillSettings.of(media.options())
        .withPartAge(publish.age())
        .withMaxFileBytes(maxFileBytes)
        .withGroups(group)
        .withChecksum(checksum);
  }

  private static long length(Sources finder, List<String> sources) throws IOException {
    AtomicLong bytes = new AtomicLong();
    for (String source : sources) {
      finder.visit(source, item -> bytes.addAndGet(item.length()));
    }
    return bytes.get();
  }
}
