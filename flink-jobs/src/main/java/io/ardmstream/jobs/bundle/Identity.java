package io.ardmstream.jobs.bundle;

import io.ardmstream.schema.Origin;
import io.ardmstream.schema.TopicRecord;
import java.time.Instant;

/** Who a record is when it does not say so itself: its place in Kafka. */
public final class Identity {

  private Identity() {}

  /** Unique on its Kafka cluster, and safe in file names. */
  public static String of(TopicRecord record) {
    return record.getTopic() + "-" + record.getPartition() + "-" + record.getOffset();
  }

  public static Origin origin(TopicRecord record) {
    return new Origin(
        record.getTopic(), record.getPartition(), record.getOffset(), timestamp(record));
  }

  public static Instant timestamp(TopicRecord record) {
    return record.getTimestamp() < 0 ? null : Instant.ofEpochMilli(record.getTimestamp());
  }
}
