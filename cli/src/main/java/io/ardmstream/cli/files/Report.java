package io.ardmstream.cli.files;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.ardmstream.archive.PathText;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Messages;
import io.ardmstream.cli.shell.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What became of each file of a command: lines for people as it goes on, or one JSON object at the
 * end. The command's exit code is that of its first failure.
 */
public final class Report {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;
  private final JsonArray files = new JsonArray();
  private ExitCode code = ExitCode.OK;
  private int notes;

  public Report(CommandSpec spec, boolean json) {
    this.out = spec.commandLine().getOut();
    this.err = spec.commandLine().getErr();
    this.json = json;
  }

  /** A file that went well; {@code line} is shown where somebody watches. */
  void done(Path file, String line, JsonObject details) {
    if (json) {
      add(file, details);
    } else if (Terminal.isWatched()) {
      show(line);
    }
  }

  /** What somebody may not expect of a file that went well; it is always shown. */
  void note(Path file, String message) {
    notes++;
    Terminal.makeRoom(err);
    err.println("ardm: " + file + ": " + message);
    err.flush();
  }

  /** A file that went well, with a line that is the result and so is always shown. */
  public void answer(Path file, String line, JsonObject details) {
    if (json) {
      add(file, details);
    } else {
      show(line);
    }
  }

  public void failed(Path file, Throwable failure) {
    failed(file, Messages.of(failure), ExitCode.of(failure), new JsonObject());
    if (ExitCode.of(failure) == ExitCode.DEFECT) {
      failure.printStackTrace(err);
    }
  }

  public void failed(Path file, String message, ExitCode reason, JsonObject details) {
    code = code == ExitCode.OK ? reason : code;
    String name = file.toString();
    Terminal.makeRoom(err);
    err.println("ardm: " + (message.startsWith(name) ? message : name + ": " + message));
    err.flush();
    details.addProperty("error", message);
    details.addProperty("exit_code", reason.number());
    add(file, details);
  }

  /** Ends the report and gives the exit code. */
  public int finish() {
    if (json) {
      JsonObject all = new JsonObject();
      all.add("files", files);
      all.addProperty("exit_code", code.number());
      printJson(out, all);
    }
    if (notes > 0) {
      err.println(
          "ardm: " + notes + (notes == 1 ? " file was" : " files were") + " kept as plain bytes");
    }
    out.flush();
    err.flush();
    return code.number();
  }

  public static void printJson(PrintWriter out, JsonObject object) {
    out.println(
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(object));
  }

  private void show(String line) {
    Terminal.makeRoom(err);
    out.println(line);
    out.flush();
  }

  private void add(Path file, JsonObject details) {
    JsonObject named = new JsonObject();
    named.addProperty("file", PathText.of(file));
    details.entrySet().forEach(entry -> named.add(entry.getKey(), entry.getValue()));
    files.add(named);
  }
}
