package io.ardmstream.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;

/** One run of the command line in this process: its exit code and what it printed. */
public record CliRun(int exitCode, String out, String err) {
  public static final Path SAMPLES = Path.of("..", "samples");

  public static CliRun of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    CommandLine command =
        Ardm.commandLine(arguments).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = command.execute(arguments);
    return new CliRun(code, out.toString(), err.toString());
  }

  public JsonObject json() {
    return JsonParser.parseString(out).getAsJsonObject();
  }

  /** The only file of a report. */
  JsonObject file() {
    return json().getAsJsonArray("files").get(0).getAsJsonObject();
  }
}
