package io.ardmstream.dashboard.heat;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.dashboard.rates.RecordFacts;
import io.ardmstream.dashboard.topic.EncodedTopic;
import io.ardmstream.media.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Looks into single records when asked to, one after the other, and remembers the latest results.
 * The models are opened at the first question.
 */
public final class HeatMaps implements AutoCloseable {

  private static final long MOST_SAMPLES = 12_000_000;
  private static final int MOST_KEPT = 64;

  /**
   * What is known of a record.
   *
   * @param state {@code waiting}, {@code coarse} while more is to come, {@code ready} or {@code
   *     failed}
   * @param reason why it failed, or is not finer, in a sentence; empty otherwise
   * @param map of a record that is coarse or ready; else null
   */
  record Answer(String state, String reason, HeatMap map) {

    static final Answer WAITING = new Answer("waiting", "", null);

    static Answer failed(String reason) {
      return new Answer("failed", reason, null);
    }
  }

  private final Optional<EncodedTopic> topic;
  private final Map<Long, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
  private final ExecutorService thread = Executors.newSingleThreadExecutor(HeatMaps::thread);
  private Codec codec;
  private StreamDecoder decoder;

  public HeatMaps(Optional<EncodedTopic> topic) {
    this.topic = topic;
  }

  /** What is known of a record; if nothing is, that changes soon. */
  public synchronized Answer of(RecordFacts record) {
    if (topic.isEmpty()) {
      return Answer.failed("Start the dashboard with --encoded-topic to look into records.");
    }
    Answer known = answers.get(record.number());
    if (known == null) {
      known = Answer.WAITING;
      put(record.number(), known);
      thread.execute(() -> put(record.number(), look(record)));
    }
    return known;
  }

  private synchronized void put(long number, Answer answer) {
    answers.put(number, answer);
    if (answers.size() > MOST_KEPT) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  private Answer look(RecordFacts record) {
    try {
      Optional<byte[]> container = topic.orElseThrow().container(record, decoder());
      if (container.isEmpty()) {
        return Answer.failed("This record is no longer in the encoded topic.");
      }
      HeatMap blocks = HeatMap.ofBlocks(Codec.inspect(container.get()));
      if (record.samples() > MOST_SAMPLES) {
        return new Answer("ready", "Bits by block: it is too large to be decoded here.", blocks);
      }
      put(record.number(), new Answer("coarse", "", blocks));
      return new Answer("ready", "", HeatMap.of(decoder.survey(container.get())));
    } catch (RuntimeException e) {
      return Answer.failed(String.valueOf(e.getMessage()));
    }
  }

  private StreamDecoder decoder() {
    if (codec == null) {
      ModelRegistry models = ModelRegistry.installed();
      codec = Codec.builder().models(models).limits(Limits.defaults()).build();
      decoder = codec.streamDecoder();
    }
    return decoder;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "dashboard-heat");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    thread.execute(
        () -> {
          if (codec != null) {
            codec.close();
          }
        });
    thread.shutdown();
    try {
      thread.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
