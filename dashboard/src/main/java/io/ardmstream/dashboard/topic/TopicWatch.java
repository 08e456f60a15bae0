package io.ardmstream.dashboard.topic;

import io.ardmstream.dashboard.rates.RecordFacts.Place;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the brokers every few seconds how much waits in the raw topics, and what these and the
 * encoded topic take on disk. Where they do not say, because they must not or are away, nothing is
 * known.
 */
public final class TopicWatch implements AutoCloseable {

  private static final State UNKNOWN = new State(0, 0, 0);
  private static final int MOST_PARTITIONS = 10_000;
  private static final long PAUSE_SECONDS = 5;

  private final KafkaSource source;
  private final Map<TopicPartition, Long> done = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "dashboard-topics");
  private volatile State state = UNKNOWN;

  /**
   * What is known; 0: nothing.
   *
   * @param waiting records behind the last that was encoded or refused, of partitions that had any
   * @param rawBytes what the raw topics take on disk, a replica of each
   * @param encodedBytes what the encoded topic takes: containers, keys, headers and all around them
   */
  public record State(long waiting, long rawBytes, long encodedBytes) {}

  private TopicWatch(KafkaSource source) {
    this.source = source;
    thread.setDaemon(true);
  }

  public static TopicWatch start(KafkaSource source) {
    TopicWatch watch = new TopicWatch(source);
    watch.thread.start();
    return watch;
  }

  /** Notes that a raw record has been encoded or refused. */
  public void done(Place place) {
    TopicPartition partition = new TopicPartition(place.topic(), place.partition());
    if (!place.topic().isEmpty()
        && (done.size() < MOST_PARTITIONS || done.containsKey(partition))) {
      done.merge(partition, place.offset(), Math::max);
    }
  }

  public State state() {
    return state;
  }

  private void run() {
    Properties properties = new Properties();
    properties.putAll(source.client());
    try (Admin admin = Admin.create(properties)) {
      while (!closed.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        state = look(admin);
      }
    } catch (KafkaException e) {
      state = UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private State look(Admin admin) throws InterruptedException {
    long waiting = 0;
    try {
      waiting = waiting(admin);
      Set<String> raw = new TreeSet<>();
      done.keySet().forEach(partition -> raw.add(partition.topic()));
      Map<TopicPartition, Long> sizes = sizes(admin);
      return new State(
          waiting,
          sum(sizes, raw),
          source.encodedTopic().map(topic -> sum(sizes, Set.of(topic))).orElse(0L));
    } catch (ExecutionException e) {
      return new State(waiting, 0, 0);
    }
  }

  private long waiting(Admin admin) throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> last = Map.copyOf(done);
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(
                last.keySet().stream()
                    .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest())))
            .all()
            .get();
    return last.entrySet().stream()
        .mapToLong(each -> Math.max(0, ends.get(each.getKey()).offset() - each.getValue() - 1))
        .sum();
  }

  /** Of each partition the largest of its replicas. */
  private static Map<TopicPartition, Long> sizes(Admin admin)
      throws InterruptedException, ExecutionException {
    Collection<Integer> brokers =
        admin.describeCluster().nodes().get().stream().map(Node::id).toList();
    Map<TopicPartition, Long> sizes = new ConcurrentHashMap<>();
    for (Map<String, LogDirDescription> broker :
        admin.describeLogDirs(brokers).allDescriptions().get().values()) {
      for (LogDirDescription folder : broker.values()) {
        for (Map.Entry<TopicPartition, ReplicaInfo> each : folder.replicaInfos().entrySet()) {
          sizes.merge(each.getKey(), each.getValue().size(), Math::max);
        }
      }
    }
    return sizes;
  }

  private static long sum(Map<TopicPartition, Long> sizes, Set<String> topics) {
    return sizes.entrySet().stream()
        .filter(each -> topics.contains(each.getKey().topic()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PAUSE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
