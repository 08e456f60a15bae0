package io.ardmstream.jobs.kafka.source;

import io.ardmstream.jobs.kafka.KafkaSettings;
import io.ardmstream.schema.TopicRecord;
import java.util.Properties;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** Reads whole records of topics. */
public final class TopicSource {

  private static final int FETCH_BYTES = 32 << 20;

  /** Partitions take turns by this many bytes, so that a busy one does not hold up the others. */
  private static final int PARTITION_FETCH_BYTES = 1 << 20;

  private TopicSource() {}

  /**
   * The source of a job.
   *
   * <p>Only committed records are read. The fetch sizes bound the memory of many small records; a
   * single larger record is fetched all the same.
   */
  public static Source<TopicRecord, ?, ?> of(KafkaSettings kafka, InputSettings input) {
    return new EndingSource(
        topics(kafka, input, new TopicRecordReader()), new GroupEnd(kafka, input.group()));
  }

  private static KafkaSource<TopicRecord> topics(
      KafkaSettings kafka, InputSettings input, TopicRecordReader reader) {
    Properties properties = new Properties();
    properties.setProperty("fetch.max.bytes", Integer.toString(FETCH_BYTES));
    properties.setProperty("max.partition.fetch.bytes", Integer.toString(PARTITION_FETCH_BYTES));
    // each consumer of a subtask would name its metrics as the one before it, and only those of the
    // first would be seen
    properties.setProperty("register.consumer.metrics", "false");
    properties.putAll(kafka.clientProperties());
    properties.setProperty("isolation.level", "read_committed");
    KafkaSourceBuilder<TopicRecord> source =
        KafkaSource.<TopicRecord>builder()
            .setProperties(properties)
            .setTopics(input.topics())
            .setGroupId(input.group())
            .setStartingOffsets(Positions.of(input.start()))
            .setDeserializer(reader);
    if (input.stop() == StopPosition.LATEST) {
      source.setBounded(OffsetsInitializer.latest());
    }
    return source.build();
  }

  /**
   * The source of a job that is not to take all that its topics and consumers can give, and that
   * takes no record that is older than the instant where it starts, if it starts at one.
   *
   * @param recordsPerSecond most records read in a second, by all subtasks together; 0: no limit
   */
  public static Source<TopicRecord, ?, ?> paced(
      KafkaSettings kafka, InputSettings input, int recordsPerSecond) {
    TopicRecordReader reader =
        input.start() instanceof StartPosition.Since since
            ? new TopicRecordReader(since.instant().toEpochMilli())
            : new TopicRecordReader();
    KafkaSource<TopicRecord> topics = topics(kafka, input, reader);
    GroupEnd group = new GroupEnd(kafka, input.group());
    return recordsPerSecond == 0
        ? new EndingSource(topics, group)
        : new PacedSource(topics, group, recordsPerSecond);
  }
}
