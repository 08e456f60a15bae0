package io.ardmstream.dashboard.topic;

import io.ardmstream.schema.MalformedMessageException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;

/** Follows a topic, through whatever happens to its brokers. */
public final class KafkaFeed implements Feed {

  private static final Duration GLANCE = Duration.ofMillis(250);
  private static final long PAUSE_SECONDS = 2;

  private final KafkaSource source;
  private final Taker taker;
  private final TopicReader topic;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile State state;

  /** Does something with a record. */
  @FunctionalInterface
  public interface Taker {

    /**
     * Takes a record that has a value.
     *
     * @throws MalformedMessageException if it is not what the topic should hold
     */
    void take(ConsumerRecord<byte[], byte[]> record) throws MalformedMessageException;
  }

  private KafkaFeed(KafkaSource source, String topic, Taker taker, Clock clock) {
    this.source = source;
    this.taker = taker;
    this.topic = new TopicReader(topic, clock.millis() - source.since().toMillis());
    this.state = new State(source.name(topic), 0, 0, 0, "");
    this.thread = new Thread(this::run, "dashboard-" + topic);
    this.thread.setDaemon(true);
  }

  public static KafkaFeed start(KafkaSource source, String topic, Taker taker, Clock clock) {
    KafkaFeed feed = new KafkaFeed(source, topic, taker, clock);
    feed.thread.start();
    return feed;
  }

  @Override
  public State state() {
    return state;
  }

  private void run() {
    while (closed.getCount() > 0) {
      try (TopicReader.Open open = topic.open(source.consumerProperties())) {
        follow(open);
      } catch (WakeupException | org.apache.kafka.common.errors.InterruptException ended) {
        return;
      } catch (KafkaException e) {
        trouble(e.getMessage());
        pause();
      }
    }
  }

  private void follow(TopicReader.Open open) {
    while (closed.getCount() > 0) {
      for (ConsumerRecord<byte[], byte[]> record : open.next(GLANCE)) {
        awaitTaken(record);
      }
      state = new State(state.source(), state.read(), open.behind(), state.unreadable(), "");
    }
  }

  /** Kafka does not give a record twice, so it is kept until its schema can be asked for. */
  private void awaitTaken(ConsumerRecord<byte[], byte[]> record) {
    while (closed.getCount() > 0) {
      try {
        take(record);
        return;
      } catch (UncheckedIOException e) {
        trouble(e.getMessage());
        pause();
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    try {
      taker.take(record);
      state = new State(state.source(), state.read() + 1, state.behind(), state.unreadable(), "");
    } catch (MalformedMessageException e) {
      state = new State(state.source(), state.read(), state.behind(), state.unreadable() + 1, "");
    }
  }

  private void trouble(String message) {
    state = new State(state.source(), state.read(), state.behind(), state.unreadable(), message);
  }

  private void pause() {
    try {
      closed.await(PAUSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
