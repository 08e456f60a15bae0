package io.ardmstream.cli.archives;

import com.google.gson.JsonObject;
import io.ardmstream.archive.PathText;
import io.ardmstream.cli.files.FileContent;
import io.ardmstream.cli.files.FileGroups;
import io.ardmstream.cli.files.LimitFlags;
import io.ardmstream.cli.files.Report;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Verdict;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.jobs.archive.ArchiveStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm verify}: whether encoded files can be relied on. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Decode files or whole archives in memory and check every checksum.")
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private LimitFlags limits;

  @Option(
      names = "--against",
      paramLabel = "ORIGINAL",
      description = "Also compare with the original; for a single FILE.ardm.")
  private Path original;

  @Option(
      names = "--sample",
      paramLabel = "SHARE",
      converter = VerifyArchive.Share.class,
      description = "Of an archive, decode only this share of the files, chosen at random.")
  private Double sample;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE.ardm|ARCHIVE",
      description = "Encoded files, or one archive by its folder or URI.")
  private List<String> locations;

  @Override
  public Integer call() throws IOException {
    if (locations.size() == 1 && original == null && isArchive(locations.get(0))) {
      double share = sample == null ? 1 : sample;
      return new ArchiveReports(spec, json)
          .show("verified", VerifyArchive.run(locations.get(0), share, limits));
    }
    List<Path> files = locations.stream().map(PathText::path).toList();
    if (sample != null) {
      throw new ParameterException(spec.commandLine(), "--sample takes one archive.");
    }
    if (original != null && files.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--against takes one original, for one encoded file.");
    }
    Report report = new Report(spec, json);
    try (Codec codec = limits.forDecoding();
        Progress progress = Progress.of("verify", FileGroups.length(files))) {
      for (Path file : files) {
        verify(codec, file, report);
        progress.advance(FileGroups.length(file));
      }
    }
    return report.finish();
  }

  private static boolean isArchive(String location) {
    return ArchiveStores.isRemote(location) || Files.isDirectory(PathText.path(location));
  }

  private void verify(Codec codec, Path file, Report report) {
    try {
      byte[] container = FileContent.of(file);
      Verdict verdict =
          original == null
              ? codec.verify(container)
              : codec.verify(container, FileContent.of(original));
      tell(verdict, file, report);
    } catch (IOException | ArdmException e) {
      report.failed(file, e);
    }
  }

  private static void tell(Verdict verdict, Path file, Report report) {
    JsonObject details = new JsonObject();
    details.addProperty("holds", verdict.holds());
    details.addProperty("finding", verdict.finding());
    if (verdict.holds()) {
      report.answer(file, file + ": " + verdict.finding(), details);
    } else {
      Optional<ExitCode> reason = verdict.failure().map(ExitCode::of);
      report.failed(file, verdict.finding(), reason.orElse(ExitCode.CORRUPT), details);
    }
  }
}
