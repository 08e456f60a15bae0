package io.ardmstream.cli.archives;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.ardmstream.archive.restore.FileFailure;
import io.ardmstream.archive.restore.ReadReport;
import io.ardmstream.archive.restore.RecompressReport;
import io.ardmstream.archive.table.IndexTable;
import io.ardmstream.cli.files.Details;
import io.ardmstream.cli.files.Report;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.jobs.backfill.BackfillReport;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what was done with an archive, as text or JSON, and gives the exit code. */
public final class ArchiveReports {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;

  public ArchiveReports(CommandSpec spec, boolean json) {
    this.out = spec.commandLine().getOut();
    this.err = spec.commandLine().getErr();
    this.json = json;
  }

  public int show(BackfillReport report) {
    JsonObject facts = new JsonObject();
    facts.addProperty("archived", report.archived());
    facts.addProperty("present", report.present());
    facts.addProperty("compared", report.compared());
    facts.addProperty("left_out", report.leftOut());
    facts.addProperty("raw_bytes", report.rawBytes());
    facts.addProperty("encoded_bytes", report.encodedBytes());
    facts.addProperty("ratio", report.ratio());
    facts.addProperty("samples_only", report.samplesOnly());
    facts.addProperty("fallbacks", report.fallbacks());
    facts.addProperty("opaque", report.opaque());
    facts.add("kept_as_bytes", kept(report.kept()));
    if (!json) {
      report.kept().forEach(this::note);
    }
    facts.addProperty("seconds", report.seconds());
    facts.addProperty("files_per_second", report.filesPerSecond());
    return finish(facts, report.toString(), report.failed(), report.failures());
  }

  public int show(String verb, ReadReport report) {
    JsonObject facts = new JsonObject();
    facts.addProperty("files", report.files());
    facts.addProperty("written", report.written());
    facts.addProperty("bytes", report.bytes());
    facts.addProperty("samples_only", report.samplesOnly());
    facts.addProperty("seconds", report.seconds());
    String text =
        "%,d files %s (%,d bytes) in %.1f s, %,d failed; of %,d the samples, not all bytes"
            .formatted(
                report.files(),
                verb,
                report.bytes(),
                report.seconds(),
                report.failed(),
                report.samplesOnly());
    return finish(facts, text, report.failed(), report.failures());
  }

  public int show(RecompressReport report) {
    JsonObject facts = new JsonObject();
    facts.addProperty("recompressed", report.recompressed());
    facts.addProperty("kept", report.kept());
    facts.addProperty("present", report.present());
    facts.addProperty("raw_bytes", report.bytes());
    facts.addProperty("encoded_bytes_before", report.before());
    facts.addProperty("encoded_bytes", report.after());
    facts.addProperty("seconds", report.seconds());
    return finish(facts, report.toString(), report.failed(), report.failures());
  }

  public int show(IndexTable table) {
    JsonObject facts = new JsonObject();
    facts.addProperty("files", table.rows());
    String text = "%,d rows, %,d parts damaged".formatted(table.rows(), table.failures().count());
    return finish(facts, text, table.failures().count(), table.failures().first());
  }

  private int finish(JsonObject facts, String text, long failed, List<FileFailure> failures) {
    ExitCode code = failures.isEmpty() ? ExitCode.OK : codeOf(failures.get(0).kind());
    if (json) {
      facts.addProperty("failed", failed);
      facts.add("failures", list(failures));
      facts.addProperty("exit_code", code.number());
      Report.printJson(out, facts);
    } else {
      failures.forEach(f -> err.println("ardm: " + f.name() + ": " + f.message()));
      if (failed > failures.size()) {
        err.println("ardm: and " + (failed - failures.size()) + " more");
      }
      out.println(text);
    }
    out.flush();
    err.flush();
    return code.number();
  }

  private void note(BackfillReport.KeptFile file) {
    err.println("ardm: " + file.name() + ": kept as plain bytes: " + file.reason());
  }

  private static JsonArray kept(List<BackfillReport.KeptFile> files) {
    JsonArray list = new JsonArray();
    for (BackfillReport.KeptFile file : files) {
      JsonObject one = new JsonObject();
      one.addProperty("file", file.name());
      one.addProperty("reason", file.reason());
      list.add(one);
    }
    return list;
  }

  private static JsonArray list(List<FileFailure> failures) {
    JsonArray list = new JsonArray();
    for (FileFailure failure : failures) {
      JsonObject one = new JsonObject();
      one.addProperty("file", failure.name());
      one.addProperty("kind", Details.lower(failure.kind()));
      one.addProperty("error", failure.message());
      list.add(one);
    }
    return list;
  }

  private static ExitCode codeOf(FileFailure.Kind kind) {
    return switch (kind) {
      case INPUT -> ExitCode.BAD_INPUT;
      case CORRUPT -> ExitCode.CORRUPT;
      case UNKNOWN_MODEL -> ExitCode.UNKNOWN_VERSION;
      case IO -> ExitCode.INPUT_OUTPUT;
      case DEFECT -> ExitCode.DEFECT;
    };
  }
}
