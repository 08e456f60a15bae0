package io.ardmstream.jobs.kafka.source;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.metrics.groups.SplitEnumeratorMetricGroup;

/**
 * Notices when an enumerator has asked Kafka all it wanted to know, and then tells every reader
 * that no more partitions will come. All in the coordinator's thread.
 */
final class SettlingContext implements SplitEnumeratorContext<KafkaPartitionSplit> {
  private final SplitEnumeratorContext<KafkaPartitionSplit> context;
  private int pending;
  private boolean settled;

  SettlingContext(SplitEnumeratorContext<KafkaPartitionSplit> context) {
    this.context = context;
  }

  /** To be called when a reader has got what was waiting for it. */
  void added(int subtask) {
    if (settled) {
      context.signalNoMoreSplits(subtask);
    }
  }

  @Override
  public <T> void callAsync(Callable<T> question, BiConsumer<T, Throwable> handler) {
    pending++;
    context.callAsync(
        question,
        (answer, failure) -> {
          handler.accept(answer, failure);
          pending--;
          if (pending == 0) {
            settled = true;
            context.registeredReaders().keySet().forEach(context::signalNoMoreSplits);
          }
        });
  }

  @Override
  public <T> void callAsync(
      Callable<T> question, BiConsumer<T, Throwable> handler, long delay, long period) {
    context.callAsync(question, handler, delay, period);
  }

  @Override
  public SplitEnumeratorMetricGroup metricGroup() {
    return context.metricGroup();
  }

  @Override
  public void sendEventToSourceReader(int subtask, SourceEvent event) {
    context.sendEventToSourceReader(subtask, event);
  }

  @Override
  public int currentParallelism() {
    return context.currentParallelism();
  }

  @Override
  public Map<Integer, ReaderInfo> registeredReaders() {
    return context.registeredReaders();
  }

  @Override
  public Map<Integer, Map<Integer, ReaderInfo>> registeredReadersOfAttempts() {
    return context.registeredReadersOfAttempts();
  }

  @Override
  public void assignSplits(SplitsAssignment<KafkaPartitionSplit> assignment) {
    context.assignSplits(assignment);
  }

  @Override
  public void signalNoMoreSplits(int subtask) {
    context.signalNoMoreSplits(subtask);
  }

  @Override
  public void runInCoordinatorThread(Runnable work) {
    context.runInCoordinatorThread(work);
  }
}
