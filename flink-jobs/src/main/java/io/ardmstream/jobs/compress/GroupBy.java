package io.ardmstream.jobs.compress;

import io.ardmstream.schema.TopicRecord;
import java.util.Arrays;
import java.util.List;

/** What records have in common that may lean on each other. */
public enum GroupBy {
  /** The stream that they name; what names none is of the stream of its topic. */
  STREAM {
    @Override
    Object of(TopicRecord record, RawMedia raw) {
      return raw.stream();
    }
  },
  /** Topic and key; records without a key have their partition in common. */
  KEY {
    @Override
    Object of(TopicRecord record, RawMedia raw) {
      return record.getKey() == null
          ? PARTITION.of(record, raw)
          : Arrays.asList(record.getTopic(), record.getKey());
    }
  },
  /** Topic and partition that they were read from. */
  PARTITION {
    @Override
    Object of(TopicRecord record, RawMedia raw) {
      return List.of(record.getTopic(), record.getPartition());
    }
  };

  /** Equal for records that may lean on each other. */
  abstract Object of(TopicRecord record, RawMedia raw);
}
