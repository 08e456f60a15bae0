package io.ardmstream.demo;

import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.Origin;
import io.ardmstream.schema.RateStatistics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows the statistics of the compress job until every record is encoded. */
final class RateWatch {

  private static final Duration GLANCE = Duration.ofMillis(500);

  private final AvroMessage<RateStatistics> messages = AvroMessage.of(RateStatistics.class);
  private final Map<Place, Sample> sent;
  private final Map<String, Long> expected;
  private final Map<String, StreamRates> byStream = new TreeMap<>();
  private final Map<Place, StreamRates> byPlace = new LinkedHashMap<>();
  private final TerminalView view;

  RateWatch(Map<Place, Sample> sent, TerminalView view) {
    this.sent = sent;
    this.view = view;
    this.expected =
        sent.values().stream()
            .collect(Collectors.groupingBy(Sample::stream, TreeMap::new, Collectors.counting()));
    expected.keySet().forEach(stream -> byStream.put(stream, StreamRates.NONE));
  }

  /** Returns when all statistics have come, or throws when the job has ended before. */
  void follow(String bootstrapServers, String topic, Callable<JobStatus> job) throws Exception {
    try (Topic statistics = new Topic(bootstrapServers, List.of(topic))) {
      view.show(byStream, expected);
      while (byPlace.size() < sent.size()) {
        int before = byPlace.size();
        for (ConsumerRecord<byte[], byte[]> record : statistics.next(GLANCE)) {
          add(messages.fromBytes(record.value()));
        }
        if (byPlace.size() > before) {
          view.show(byStream, expected);
        }
        JobStatus status = job.call();
        if (status.isTerminalState()) {
          throw new IllegalStateException("the compress job has ended too early: " + status);
        }
      }
    }
  }

  /** One row a file, of its first record. */
  Table table() {
    Set<String> seen = new LinkedHashSet<>();
    return new Table(
        sent.entrySet().stream()
            .filter(entry -> seen.add(entry.getValue().name()))
            .map(entry -> new Table.Row(entry.getValue(), byPlace.get(entry.getKey())))
            .toList());
  }

  private void add(RateStatistics one) {
    Origin origin = one.getOrigin();
    Place place = new Place(origin.getTopic(), origin.getPartition(), origin.getOffset());
    byPlace.put(place, StreamRates.NONE.plus(one));
    byStream.merge(one.getStream(), StreamRates.NONE.plus(one), StreamRates::plus);
  }
}
