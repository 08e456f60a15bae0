package io.ardmstream.cli.streams;

import com.google.gson.JsonObject;
import io.ardmstream.cli.files.Report;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.jobs.letters.LetterSums;
import io.ardmstream.jobs.letters.LetterTopic;
import io.ardmstream.jobs.rates.DatabaseSettings;
import io.ardmstream.jobs.rates.RateQuery;
import io.ardmstream.jobs.rates.RateSource;
import io.ardmstream.jobs.rates.RateSums;
import io.ardmstream.jobs.rates.StoredRates;
import io.ardmstream.jobs.rates.TopicRates;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ardm rates}: what is saved, on which stream, with which model, since when. */
@Command(
    name = "rates",
    mixinStandardHelpOptions = true,
    description = {
      "Show what is saved, by stream and model, from the database that the rates job fills or"
          + " straight from the statistics topic of a compress job.",
      "Times are those of the media, in UTC, as 2026-01-31T12:00:00Z."
    })
public final class RatesCommand implements Callable<Integer> {

  /** Lengths of windows. */
  enum Length {
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration duration;

    Length(Duration duration) {
      this.duration = duration;
    }
  }

  /** One of two. */
  static final class Where {
    @Option(
        names = "--database.url",
        paramLabel = "URL",
        description = "The database, for example jdbc:postgresql://localhost:5432/ardm.")
    private String database;

    @Option(
        names = "--statistics-topic",
        paramLabel = "TOPIC",
        description = "The topic: output.statistics-topic of the compress job. It is read whole.")
    private String topic;
  }

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Where where;

  @Option(
      names = "--database.user",
      paramLabel = "NAME",
      defaultValue = "ardm",
      description = "Role that may read the schema ardm (default: ${DEFAULT-VALUE}).")
  private String user;

  @Option(
      names = "--database.password-file",
      paramLabel = "FILE",
      description = "File that holds its password.")
  private Path passwordFile;

  @Mixin private MessageFlags kafka;

  @Option(
      names = "--per",
      paramLabel = "LENGTH",
      description = "A line for each minute, hour or day, instead of one over all times.")
  private Optional<Length> per = Optional.empty();

  @Option(names = "--since", paramLabel = "TIME", description = "Leave out windows before.")
  private Instant since = Instant.MIN;

  @Option(names = "--until", paramLabel = "TIME", description = "Leave out windows from here on.")
  private Instant until = Instant.MAX;

  @Option(names = "--stream", paramLabel = "NAME", description = "Only this stream.")
  private Optional<String> stream = Optional.empty();

  @Option(names = "--model", paramLabel = "NAME", description = "Only this model.")
  private Optional<String> model = Optional.empty();

  @Option(
      names = "--dead-letter-topic",
      paramLabel = "TOPIC",
      description =
          "Say too what was refused and why: output.dead-letter-topic of the compress job.")
  private Optional<String> letters = Optional.empty();

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Logging.quiet();
    RateSums sums = new RateSums(per.isPresent());
    long leftOut = source().read(new RateQuery(length(), since, until, stream, model), sums::add);
    RateAnswer answer = new RateAnswer(sums, per.isPresent(), leftOut);
    LetterSums refused = new LetterSums();
    if (letters.isPresent()) {
      new LetterTopic(kafka.client(), kafka.wire(), letters.get()).read(refused::add);
    }
    show(answer, new RefusedAnswer(refused));
    return ExitCode.OK.number();
  }

  private void show(RateAnswer answer, RefusedAnswer refused) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonObject all = answer.json();
      letters.ifPresent(asked -> all.add("refused", refused.json()));
      Report.printJson(out, all);
    } else {
      answer.print(out);
      letters.ifPresent(asked -> refused.print(out));
    }
  }

  /** Without times the longest windows, of which there are fewest, say the same. */
  private Duration length() {
    boolean always = since.equals(Instant.MIN) && until.equals(Instant.MAX);
    return per.orElse(always ? Length.DAY : Length.MINUTE).duration;
  }

  private RateSource source() throws IOException {
    if (where.database != null) {
      String password = passwordFile == null ? "" : Files.readString(passwordFile).strip();
      return new StoredRates(new DatabaseSettings(where.database, user, password));
    }
    return new TopicRates(kafka.client(), kafka.wire(), where.topic);
  }
}
