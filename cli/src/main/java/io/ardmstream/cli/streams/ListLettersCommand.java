package io.ardmstream.cli.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.ardmstream.cli.files.Report;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.jobs.letters.LetterSums;
import io.ardmstream.jobs.letters.LetterTopic;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.DeadLetter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ardm dead-letters list}: what was refused, and why. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Show which records were refused and why, then how many of each kind.")
final class ListLettersCommand implements Callable<Integer> {
  private static final int LONGEST_KEY = 60;

  @Spec private CommandSpec spec;
  @Mixin private MessageFlags kafka;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      required = true,
      description = "Topic of the letters: output.dead-letter-topic of the job.")
  private String topic;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Most letters shown, the last of each partition (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  private final LetterSums sums = new LetterSums();
  private final Deque<DeadLetter> last = new ArrayDeque<>();

  @Override
  public Integer call() throws IOException {
    Logging.quiet();
    new LetterTopic(kafka.client(), kafka.wire(), topic).read(this::add);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Report.printJson(out, json());
    } else {
      last.forEach(letter -> out.println(line(letter)));
      new RefusedAnswer(sums).print(out);
    }
    out.flush();
    return ExitCode.OK.number();
  }

  private void add(DeadLetter letter) {
    sums.add(letter);
    if (letter.getPart() == 0) {
      letter.setValue(ByteFields.of(new byte[0]));
      last.add(letter);
    }
    if (last.size() > limit) {
      last.remove();
    }
  }

  private static String line(DeadLetter letter) {
    return "%s  %s  key %s  %,d bytes  %s: %s"
        .formatted(
            letter.getFailedAt(),
            letter.getId(),
            key(letter),
            letter.getValueLength(),
            letter.getErrorClass(),
            letter.getMessage());
  }

  /** Keys may be anything. */
  private static String key(DeadLetter letter) {
    if (letter.getKey() == null) {
      return "-";
    }
    String text = new String(ByteFields.toArray(letter.getKey()), StandardCharsets.UTF_8);
    String shown = text.replaceAll("\\p{Cntrl}|\uFFFD", "?");
    return shown.length() <= LONGEST_KEY ? shown : shown.substring(0, LONGEST_KEY) + "…";
  }

  private JsonObject json() {
    JsonArray letters = new JsonArray();
    for (DeadLetter letter : last) {
      JsonObject each = new JsonObject();
      each.addProperty("id", letter.getId());
      each.addProperty("topic", letter.getOrigin().getTopic());
      each.addProperty("partition", letter.getOrigin().getPartition());
      each.addProperty("offset", letter.getOrigin().getOffset());
      each.addProperty("key", key(letter));
      each.addProperty("bytes", letter.getValueLength());
      each.addProperty("job", letter.getJob());
      each.addProperty("failed_at", String.valueOf(letter.getFailedAt()));
      each.addProperty("step", letter.getStep().name());
      each.addProperty("error", letter.getErrorClass().name());
      each.addProperty("message", letter.getMessage());
      letters.add(each);
    }
    JsonObject answer = new JsonObject();
    answer.add("letters", letters);
    answer.add("refused", new RefusedAnswer(sums).json());
    return answer;
  }
}
