package io.ardmstream.jobs.letters;

import io.ardmstream.jobs.bundle.DeadLetters;
import io.ardmstream.jobs.kafka.AllowedTimes;
import io.ardmstream.jobs.kafka.KafkaFacts;
import io.ardmstream.jobs.kafka.KafkaSettings;
import io.ardmstream.jobs.kafka.WholeTopic;
import io.ardmstream.jobs.kafka.sink.OriginalTime;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.WireFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends the records of dead letters once more, with their keys, headers, timestamps and values, to
 * the topics they came from or to another. Each letter is sent once, however often this runs: how
 * far it has come is committed to a consumer group in the transaction of the records.
 */
public final class LetterReplay {
  private static final String LARGEST_REQUEST = Integer.toString(1 << 30);
  private static final int MOST_IN_TRANSACTION = 200;
  private static final String BUFFER = Long.toString(256L << 20);

  private final KafkaSettings kafka;
  private final WholeTopic letters;
  private final MessageReader<DeadLetter> messages;
  private final String group;
  private final Optional<String> destination;

  private final LetterParts parts = new LetterParts();
  private final Map<String, AllowedTimes> times = new HashMap<>();
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
  private int inTransaction;
  private long sent;
  private long cut;

  /**
   * What a replay did.
   *
   * @param sent records that were sent
   * @param cut letters that lack the key or headers of their record, which were passed over
   * @param incomplete letters of which parts are missing
   */
  public record Outcome(long sent, long cut, long incomplete) {}

  /**
   * @param client Kafka client properties; never printed
   * @param wire form of the letters
   * @param topic of DeadLetter
   * @param group consumer group that remembers how far replays have come
   * @param destination where the records go; empty: where they came from
   */
  public LetterReplay(
      Properties client,
      WireFormat wire,
      String topic,
      String group,
      Optional<String> destination) {
    this.kafka = KafkaSettings.of(client);
    this.letters = new WholeTopic(client, topic);
    this.messages = wire.reader(DeadLetter.class);
    this.group = group;
    this.destination = destination;
  }

  /**
   * Sends what is in the topic now and was not sent before.
   *
   * @throws IOException if a topic cannot be read or written; nothing is sent twice then either
   */
  public Outcome run() throws IOException {
    Map<String, String> ours = Map.of("group.id", group, "auto.offset.reset", "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer = letters.consumer(ours);
        KafkaProducer<byte[], byte[]> producer = producer()) {
      consumer.assign(letters.partitions(consumer));
      producer.initTransactions();
      letters.readOn(consumer, record -> take(record, consumer, producer));
      if (parts.waiting() > 0) {
        // its parts became visible while the ends of the partitions were asked for
        letters.readOn(consumer, record -> take(record, consumer, producer));
      }
      commit(consumer, producer);
      return new Outcome(sent, cut, parts.incomplete());
    } catch (KafkaException e) {
      throw letters.unreadable(e);
    }
  }

  /** Commits only while no letter waits for its parts, so that none is sent twice or in pieces. */
  private void take(
      ConsumerRecord<byte[], byte[]> record,
      KafkaConsumer<byte[], byte[]> consumer,
      KafkaProducer<byte[], byte[]> producer) {
    if (done.isEmpty()) {
      producer.beginTransaction();
    }
    if (record.value() != null) {
      send(record.value(), producer);
    }
    done.put(
        new TopicPartition(record.topic(), record.partition()),
        new OffsetAndMetadata(record.offset() + 1));
    inTransaction++;
    if (inTransaction >= MOST_IN_TRANSACTION && parts.waiting() == 0) {
      commit(consumer, producer);
    }
  }

  private void commit(
      KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<byte[], byte[]> producer) {
    if (!done.isEmpty()) {
      producer.sendOffsetsToTransaction(Map.copyOf(done), consumer.groupMetadata());
      producer.commitTransaction();
      done.clear();
      inTransaction = 0;
    }
  }

  private void send(byte[] value, KafkaProducer<byte[], byte[]> producer) {
    DeadLetter letter;
    try {
      letter = messages.fromBytes(value);
    } catch (MalformedMessageException notOurs) {
      return;
    }
    Optional<byte[]> whole = parts.add(letter);
    if (whole.isEmpty()) {
      return;
    }
    if (DeadLetters.isCut(letter)) {
      cut++;
      return;
    }
    producer.send(record(letter, whole.get()));
    sent++;
  }

  /** A timestamp that the topic would refuse becomes the present, as where a job writes. */
  private ProducerRecord<byte[], byte[]> record(DeadLetter letter, byte[] value) {
    String to = destination.orElse(letter.getStream());
    Long original = timestamp(letter);
    Long allowed = original == null ? null : allowed(to).nearest(original, now());
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(to, null, allowed, ByteFields.toArray(letter.getKey()), value);
    for (Header header : letter.getHeaders()) {
      record.headers().add(header.getKey(), ByteFields.toArray(header.getValue()));
    }
    if (!Objects.equals(original, allowed)) {
      record.headers().add(OriginalTime.header(original));
    }
    return record;
  }

  private static Long timestamp(DeadLetter letter) {
    Instant time = letter.getOrigin().getTimestamp();
    return time == null || time.isBefore(Instant.EPOCH) ? null : Long.valueOf(time.toEpochMilli());
  }

  private AllowedTimes allowed(String to) {
    return times.computeIfAbsent(
        to, unseen -> KafkaFacts.ask(kafka, List.of(to)).allowedTimes(List.of(to)).get(to));
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Properties properties = new Properties();
    properties.setProperty("max.request.size", LARGEST_REQUEST);
    properties.setProperty("buffer.memory", BUFFER);
    properties.setProperty("send.buffer.bytes", "-1");
    properties.putAll(letters.client());
    properties.setProperty("transactional.id", group);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
