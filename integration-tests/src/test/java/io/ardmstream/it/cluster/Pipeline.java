package io.ardmstream.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.it.GroupPlaces;
import io.ardmstream.it.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The topics and jobs of one scenario. */
final class Pipeline {

  private static final String COMPRESS = "io.ardmstream.jobs.compress.CompressJob";
  private static final String REPLAY = "io.ardmstream.jobs.replay.ReplayJob";
  private static final int PARTITIONS = 4;
  private static final List<String> ONE_MODEL =
      List.of("--codec.image-model=image-fast", "--codec.audio-model=none");

  private final Topics topics;
  private final FlinkCluster cluster;
  private final String name;

  private Pipeline(Topics topics, FlinkCluster cluster, String name) {
    this.topics = topics;
    this.cluster = cluster;
    this.name = name;
  }

  /** Makes the topics. */
  static Pipeline of(Topics topics, FlinkCluster cluster, String name) throws Exception {
    Pipeline pipeline = new Pipeline(topics, cluster, name);
    for (String topic :
        List.of("raw", "encoded", "statistics", "letters", "restored", "replay-letters")) {
      topics.create(pipeline.topic(topic), PARTITIONS);
    }
    return pipeline;
  }

  /** Sends small pictures to the raw topic. */
  Traffic traffic() {
    return Traffic.to(topics, topic("raw"));
  }

  /**
   * Sends media to the raw topic.
   *
   * @param media by the numbers of the records
   * @param pause between two records
   */
  Traffic traffic(IntFunction<byte[]> media, Duration pause) {
    return Traffic.to(topics, topic("raw"), media, pause);
  }

  /** Sends media files to the raw topic, spread over its partitions. */
  void send(List<byte[]> media) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (byte[] value : media) {
      int partition = records.size() % PARTITIONS;
      records.add(new ProducerRecord<>(topic("raw"), partition, null, null, value));
    }
    topics.produce(records);
  }

  /** Waits until the compress job has written this many records. */
  void awaitEncoded(int records) throws Exception {
    Wait.until(
        records + " records are encoded",
        () -> topics.committed(topic("encoded")).size() >= records);
  }

  private String topic(String purpose) {
    return name + "." + purpose;
  }

  /** Starts the compress job with one model, which is open soon after a loss. */
  FlinkJob compressPictures(int parallelism, List<String> more) throws Exception {
    List<String> settings = new ArrayList<>(ONE_MODEL);
    settings.addAll(more);
    return compress(parallelism, List.of(), settings);
  }

  /** Starts it where another has stopped. */
  FlinkJob goOn(int parallelism, String savepoint) throws Exception {
    return compress(parallelism, List.of("--fromSavepoint", savepoint), ONE_MODEL);
  }

  /** Starts the compress job; it follows the raw topic. */
  FlinkJob compress(int parallelism, List<String> options, List<String> more) throws Exception {
    List<String> settings = settings("compress", "raw", "encoded", "letters");
    settings.add("--output.statistics-topic=" + topic("statistics"));
    settings.add("--job.checkpoint-interval=500 ms");
    settings.add("--job.parallelism=" + parallelism);
    settings.addAll(more);
    FlinkJob job = cluster.submit(COMPRESS, options, settings);
    job.awaitRunning();
    return job;
  }

  /**
   * Waits until the compress job has written as many records as were sent, ends it, replays, and
   * checks that nothing is lost, doubled, changed or out of order.
   *
   * @return how many records lean on others
   */
  long verify(FlinkJob compress, int records) throws Exception {
    List<ConsumerRecord<byte[], byte[]>> raw = topics.committed(topic("raw"));
    // whoever sends to a broker that is killed may send again what it had kept
    assertThat(raw).hasSizeGreaterThanOrEqualTo(records);
    awaitEncoded(raw.size());
    compress.awaitCheckpoints();
    compress.cancel();
    cluster.run(REPLAY, settings("replay", "encoded", "restored", "replay-letters"));
    List<ConsumerRecord<byte[], byte[]>> encoded = topics.committed(topic("encoded"));
    assertThat(Audit.of(raw, encoded, false)).isEqualTo(Audit.clean(raw.size()));
    assertThat(Audit.of(raw, topics.committed(topic("restored")), true))
        .isEqualTo(Audit.clean(raw.size()));
    long media = raw.stream().filter(record -> record.value() != null).count();
    assertThat(topics.committed(topic("statistics"))).hasSize((int) media);
    assertThat(topics.committed(topic("letters"))).isEmpty();
    assertThat(topics.committed(topic("replay-letters"))).isEmpty();
    long leaning = encoded.stream().filter(Pipeline::leans).count();
    System.out.printf(
        "%s: %d records, %d of them lean on others, none lost, doubled or changed%n",
        name, raw.size(), leaning);
    return leaning;
  }

  private static boolean leans(ConsumerRecord<byte[], byte[]> record) {
    return GroupPlaces.of(record).orElse(0) > 0;
  }

  private List<String> settings(String job, String input, String output, String letters) {
    return new ArrayList<>(
        Stream.of(
                "--config",
                Deployment.ROOT.resolve("config/" + job + ".yaml").toString(),
                "--job.name=" + topic(job),
                "--kafka.bootstrap-servers=" + topics.bootstrapServers(),
                "--input.topics=" + topic(input),
                "--input.group=" + topic(job),
                "--output.topic=" + topic(output),
                "--output.dead-letter-topic=" + topic(letters),
                "--output.transactional-id-prefix=" + topic(job))
            .toList());
  }
}
