package io.ardmstream.dashboard.rates;

import io.ardmstream.schema.DeadLetter;
import java.time.Instant;

/**
 * A record that a job could not handle.
 *
 * @param time when, in milliseconds of the epoch
 * @param stream topic it was read from
 * @param id where it lies there
 * @param key of it, as people read it; empty: none
 * @param error kind of failure
 * @param bytes of its value
 * @param message what is wrong and what to do
 */
public record RefusedRecord(
    long time, String stream, String id, String key, String error, long bytes, String message) {

  /**
   * What a letter says.
   *
   * @param timestamp of its Kafka record, for letters without a time
   */
  public static RefusedRecord of(DeadLetter letter, String key, long timestamp) {
    Instant failedAt = letter.getFailedAt();
    return new RefusedRecord(
        failedAt == null ? timestamp : failedAt.toEpochMilli(),
        RecordFacts.shortened(letter.getStream()),
        RecordFacts.shortened(letter.getId()),
        RecordFacts.shortened(key),
        letter.getErrorClass().name(),
        letter.getValueLength(),
        RecordFacts.shortened(letter.getMessage()));
  }
}
