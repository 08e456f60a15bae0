package io.ardmstream.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.cli.CliRun;
import io.ardmstream.jobs.rates.RateSums;
import io.ardmstream.schema.BlockCounts;
import io.ardmstream.schema.MediaKind;
import io.ardmstream.schema.ModelReference;
import io.ardmstream.schema.RateWindow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@code ardm rates} shows and refuses. RatesIT asks a real database and a real topic. */
class RatesCommandTest {

  @Test
  void hasToKnowWhomToAsk() {
    CliRun run = CliRun.of("rates");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--database.url=URL").contains("--statistics-topic=TOPIC");
  }

  @Test
  void asksOneSourceOnly() {
    assertThat(CliRun.of("rates", "--database.url", "x", "--statistics-topic", "y").exitCode())
        .isEqualTo(2);
  }

  @Test
  void saysThatTheDatabaseDoesNotAnswer() {
    CliRun run = CliRun.of("rates", "--database.url", "jdbc:postgresql://127.0.0.1:1/ardm");
    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err())
        .startsWith("ardm: cannot read rates in PostgreSQL at jdbc:")
        .hasLineCount(1);
  }

  @Test
  @DisplayName("windows of a stream and model become one line; the ratio is that of the sums")
  void addsUpOverTime() {
    RateSums sums = new RateSums(false);
    sums.add(window("a", 0, 1000, 100));
    sums.add(window("a", 60, 1000, 900));
    sums.add(window("b", 0, 10, 5));

    StringWriter text = new StringWriter();
    new RateAnswer(sums, false, 0).print(new PrintWriter(text));

    assertThat(text.toString().lines().skip(1).map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "a best-2 1970-01-01T00:00:00Z 2 2,000 1,000 2.000 4.0000 20.0% 75.0% 2",
            "b best-2 1970-01-01T00:00:00Z 1 10 5 2.000 0.0400 16.7% 75.0% 1",
            "all 1970-01-01T00:00:00Z 3 2,010 1,005 2.000 2.6800 20.0% 75.0% 3");
  }

  @Test
  void saysWhatIsInNoSum() {
    RateSums sums = new RateSums(false);
    sums.add(window("a", 0, 1000, 100));
    StringWriter text = new StringWriter();
    RateAnswer answer = new RateAnswer(sums, false, 7);
    answer.print(new PrintWriter(text));

    assertThat(text.toString())
        .endsWith("left out: 7 that are no statistics, or whose numbers cannot be added up\n");
    assertThat(answer.json().get("left_out").getAsLong()).isEqualTo(7);
  }

  private static RateWindow window(String stream, long second, long raw, long encoded) {
    return RateWindow.newBuilder()
        .setStream(stream)
        .setModel(new ModelReference("best", 2, "abc"))
        .setMedia(MediaKind.IMAGE)
        .setWindowStart(Instant.ofEpochSecond(second))
        .setWindowEnd(Instant.ofEpochSecond(second + 60))
        .setRecords(1)
        .setSamples(1000)
        .setRawBytes(raw)
        .setEncodedBytes(encoded)
        .setLeaningSavedBytes(encoded / 4)
        .setRatio((double) raw / encoded)
        .setBitsPerDimension(8.0 * encoded / 1000)
        .setBlocks(new BlockCounts(3L, 1L, 0L, 0L))
        .setFallbackRecords(1)
        .build();
  }
}
