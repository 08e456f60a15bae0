package io.ardmstream.cli.streams;

import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.cli.shell.TemporaryFolder;
import io.ardmstream.cli.shell.Terminal;
import io.ardmstream.demo.Demo;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ardm demo}: the whole system in one process. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Start a Kafka broker and a Flink cluster in this process, stream real images and"
            + " recordings through compress and replay, and compare every byte.")
public final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "2",
      description = "How often every sample is sent (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--keep",
      description = "Leave the page of the rates open at the end, until Enter is pressed.")
  private boolean keep;

  @Override
  public Integer call() throws Exception {
    Logging.quiet();
    Path samples = Path.of(System.getProperty("ardm.home", ".")).resolve("samples");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (TemporaryFolder folder = TemporaryFolder.create("ardm-demo")) {
      Demo demo = new Demo(samples, Math.max(1, rounds), out, isScreen(), () -> linger(out));
      boolean whole = demo.run(folder.path());
      return (whole ? ExitCode.OK : ExitCode.CORRUPT).number();
    }
  }

  private void linger(PrintStream out) {
    if (keep) {
      out.println("The page stays until you press Enter.");
      new Scanner(System.in, StandardCharsets.UTF_8).hasNextLine();
    }
  }

  private static boolean isScreen() {
    return Terminal.isWatched() && System.console() != null;
  }
}
