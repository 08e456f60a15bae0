package io.ardmstream.demo;

import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.RateStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The compress job on a real broker and a real cluster in this process, running, to be timed. */
public final class StreamedCompression implements AutoCloseable {

  private static final String INPUT = "media";
  private static final String ENCODED = "encoded";
  private static final String STATISTICS = "statistics";
  private static final String LETTERS = "letters";
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final AvroMessage<RateStatistics> messages = AvroMessage.of(RateStatistics.class);
  private final LocalBroker broker;
  private final LocalCluster cluster;
  private final JobID job;
  private final Sender sender;
  private final Topic statistics;

  private StreamedCompression(LocalBroker broker, LocalCluster cluster, JobID job) {
    this.broker = broker;
    this.cluster = cluster;
    this.job = job;
    this.sender = new Sender(broker.bootstrapServers());
    this.statistics = new Topic(broker.bootstrapServers(), List.of(STATISTICS));
  }

  /**
   * Starts all of it with one subtask, which commits every few seconds.
   *
   * @param directory an empty directory for the data of broker and cluster
   * @param settings further settings of the job
   */
  public static StreamedCompression start(Path directory, Map<String, String> settings)
      throws Exception {
    LocalBroker broker = LocalBroker.start(directory);
    Map<String, String> topic =
        Map.of("max.message.bytes", Integer.toString(LocalBroker.MAX_RECORD_BYTES));
    List.of(INPUT, ENCODED, STATISTICS, LETTERS).forEach(t -> broker.createTopic(t, 1, topic));
    LocalCluster cluster = LocalCluster.start(directory, 1, 1);
    JobID job = cluster.submit(CompressJob.prepare(config(broker, settings)));
    cluster.awaitRunning(job);
    return new StreamedCompression(broker, cluster, job);
  }

  /**
   * Sends media files and waits until all are encoded and committed.
   *
   * @return the time from the first one sent to the last one encoded, in seconds; what is encoded
   *     becomes visible at the next checkpoint, while the job goes on with the next records
   */
  public double seconds(List<byte[]> media) throws Exception {
    List<Sample> samples = new ArrayList<>();
    for (byte[] file : media) {
      samples.add(new Sample(INPUT, "file " + samples.size(), file, file.length));
    }
    Instant start = Instant.now();
    sender.send(samples, 1);
    Instant end = start;
    int left = samples.size();
    while (left > 0) {
      for (ConsumerRecord<byte[], byte[]> each : statistics.next(GLANCE)) {
        Instant encoded = messages.fromBytes(each.value()).getEncodedAt();
        end = encoded.isAfter(end) ? encoded : end;
        left--;
      }
      if (cluster.statusOf(job).isTerminalState()) {
        throw new IllegalStateException("the compress job has ended: " + cluster.statusOf(job));
      }
    }
    return Duration.between(start, end).toMillis() / 1e3;
  }

  @Override
  public void close() throws IOException {
    sender.close();
    statistics.close();
    try {
      cluster.cancel(job);
      cluster.close();
    } catch (Exception e) {
      throw new IOException("the cluster does not stop", e);
    } finally {
      broker.close();
    }
  }

  private static CompressConfig config(LocalBroker broker, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("kafka.bootstrap-servers", broker.bootstrapServers());
    all.put("job.parallelism", "1");
    all.put("job.checkpoint-interval", "3 s");
    all.put("input.topics", INPUT);
    all.put("output.topic", ENCODED);
    all.put("output.statistics-topic", STATISTICS);
    all.put("output.dead-letter-topic", LETTERS);
    all.putAll(settings);
    return CompressConfig.of(new Settings(all));
  }
}
