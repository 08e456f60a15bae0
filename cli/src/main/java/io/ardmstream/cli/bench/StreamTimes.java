package io.ardmstream.cli.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Times of encoding the same files alone and through the compress job.
 *
 * @param bytes of the files, each round
 * @param rounds at least one
 */
record StreamTimes(long bytes, List<Round> rounds) {

  /**
   * One turn of both.
   *
   * @param alone seconds of the encoder alone
   * @param streamed seconds from the first record sent to the last one encoded by the job
   * @param processorShare processor time of the encoder alone for each of the job, broker and
   *     cluster included; unlike times of the clock it does not tell what else the machine did
   */
  record Round(double alone, double streamed, double processorShare) {

    double share() {
      return alone / streamed;
    }
  }

  double bytesPerSecond() {
    return bytes * rounds.size() / sum(Round::streamed);
  }

  /** Throughput of the job for each of the encoder alone. */
  double share() {
    return sum(Round::alone) / sum(Round::streamed);
  }

  String text() {
    return "through Kafka and Flink %.2f MB/s, %.0f %% of the encoder alone (by round: %s; by processor time: %s)"
        .formatted(
            bytesPerSecond() / 1e6, 100 * share(), list(Round::share), list(Round::processorShare));
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("bytes_per_second", bytesPerSecond());
    json.addProperty("share_of_encoder_alone", share());
    JsonArray array = new JsonArray();
    for (Round round : rounds) {
      JsonObject one = new JsonObject();
      one.addProperty("seconds_alone", round.alone());
      one.addProperty("seconds_streamed", round.streamed());
      one.addProperty("processor_share", round.processorShare());
      array.add(one);
    }
    json.add("rounds", array);
    return json;
  }

  private double sum(ToDoubleFunction<Round> value) {
    return rounds.stream().mapToDouble(value).sum();
  }

  private String list(ToDoubleFunction<Round> share) {
    return rounds.stream()
        .map(round -> "%.0f %%".formatted(100 * share.applyAsDouble(round)))
        .collect(Collectors.joining(", "));
  }
}
