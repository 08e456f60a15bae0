package io.ardmstream.it.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ardmstream.it.Media;
import io.ardmstream.it.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Sends media at an even pace, each record with a number of its own, until it is ended. All have
 * odd headers, some are tombstones.
 */
final class Traffic {

  /** Header with the number of a record. */
  static final String NUMBER = "number";

  private static final int KEYS = 11;
  private static final int TOMBSTONE_EVERY = 50;

  private final Topics topics;
  private final String topic;
  private final IntFunction<byte[]> media;
  private final Duration pause;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Traffic::daemon);

  /**
   * Records have times of today: a broker that comes back knows nothing of producers whose records
   * are older than a day, and may then take a batch before the one that it should follow.
   */
  private final long begun = System.currentTimeMillis();

  private final Future<Integer> sending;
  private volatile boolean over;

  private Traffic(Topics topics, String topic, IntFunction<byte[]> media, Duration pause) {
    this.topics = topics;
    this.topic = topic;
    this.media = media;
    this.pause = pause;
    this.sending = thread.submit(this::send);
    thread.shutdown();
  }

  /** Begins to send small pictures, frames of a scene for the most part, hardly with a pause. */
  static Traffic to(Topics topics, String topic) {
    return to(topics, topic, Traffic::picture, Duration.ofMillis(50));
  }

  private static byte[] picture(int number) {
    return number % 9 == 0
        ? Media.gradient(16 + number % 7, 16, number)
        : Media.frame(48, 32, 0, number);
  }

  /**
   * Begins to send.
   *
   * @param media the value of the record of each number
   * @param pause between two records
   */
  static Traffic to(Topics topics, String topic, IntFunction<byte[]> media, Duration pause) {
    return new Traffic(topics, topic, media, pause);
  }

  /**
   * Stops when the broker has all that was sent, and says how many records that are. The producer
   * gives up after ten minutes and says why.
   */
  int end() throws Exception {
    over = true;
    return sending.get(11, TimeUnit.MINUTES);
  }

  /** A test that fails does not end its traffic. */
  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "traffic");
    thread.setDaemon(true);
    return thread;
  }

  private int send() throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer = topics.producer()) {
      while (!over) {
        sent.add(producer.send(record(sent.size())));
        Thread.sleep(pause.toMillis());
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
    return sent.size();
  }

  private ProducerRecord<byte[], byte[]> record(int number) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(NUMBER, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    headers.add("twice", new byte[] {1});
    headers.add("twice", null);
    byte[] key = ("key-" + number % KEYS).getBytes(UTF_8);
    byte[] value = number % TOMBSTONE_EVERY == 0 ? null : media.apply(number);
    return new ProducerRecord<>(topic, null, begun + number, key, value, headers);
  }
}
