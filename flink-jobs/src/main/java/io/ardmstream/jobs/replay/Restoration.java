package io.ardmstream.jobs.replay;

import io.ardmstream.codec.Decoding.Decoded;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.TopicRecord;
import java.util.List;

/** Where restored records go. */
interface Restoration {

  /** Whether the record can be brought back to where they go, as far as its key is concerned. */
  boolean takes(TopicRecord record);

  /**
   * Brings a record back.
   *
   * @param record the Kafka record that held it
   * @param message the encoded record
   * @param decoded its media
   * @return records still to be written to topics
   */
  List<TopicRecord> restore(TopicRecord record, EncodedRecord message, Decoded decoded);

  /** Brings a tombstone back. */
  List<TopicRecord> tombstone(TopicRecord record);
}
