package io.ardmstream.jobs.compress;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.TopicRecord;
import java.io.Serializable;
import org.apache.kafka.common.utils.Utils;

/**
 * Where encoded records go when they lean on each other: a group has to lie in one partition, even
 * if the topic gets more of them while the job runs.
 *
 * @param count partitions of the topic of the encoded records when the job began
 */
record OutputPartitions(int count) implements Serializable {

  /** By the key, as Kafka's producers choose it; without a key by the partition of the original. */
  int of(TopicRecord record) {
    if (record.getKey() == null) {
      return record.getPartition() % count;
    }
    return Utils.toPositive(Utils.murmur2(ByteFields.toArray(record.getKey()))) % count;
  }
}
