package io.ardmstream.cli.streams;

import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.jobs.letters.LetterReplay;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ardm dead-letters replay}: refused records once more. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Send the refused records once more to the topics they came from, with their keys, headers, timestamps"
          + " and values, so that the job tries them again.",
      "Each letter is sent once: what was sent is remembered by the consumer group ardm-letters-TOPIC."
    })
final class ReplayLettersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MessageFlags kafka;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      required = true,
      description = "Topic of the letters: output.dead-letter-topic of the job.")
  private String topic;

  @Option(
      names = "--to",
      paramLabel = "TOPIC",
      description = "Send the records to this topic instead of those they came from.")
  private Optional<String> destination = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Logging.quiet();
    LetterReplay.Outcome outcome =
        new LetterReplay(kafka.client(), kafka.wire(), topic, "ardm-letters-" + topic, destination)
            .run();
    PrintWriter out = spec.commandLine().getOut();
    out.println(outcome.sent() + " records sent to " + destination.orElse("where they came from"));
    if (outcome.cut() > 0) {
      out.println(
          outcome.cut()
              + " not sent: the letter has no room for key or headers and says where the original is");
    }
    if (outcome.incomplete() > 0) {
      out.println(outcome.incomplete() + " not sent: parts of the letter are missing");
    }
    out.flush();
    boolean whole = outcome.cut() + outcome.incomplete() == 0;
    return (whole ? ExitCode.OK : ExitCode.CORRUPT).number();
  }
}
