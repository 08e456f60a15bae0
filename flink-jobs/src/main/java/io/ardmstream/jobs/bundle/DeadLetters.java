package io.ardmstream.jobs.bundle;

import io.ardmstream.jobs.kafka.DestinationSettings;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.MessageWriter;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the dead letters of a job: the original record, whole, with the reason. A value too large
 * for one record of the topic is split into parts, so no record is ever dropped for its size.
 */
public final class DeadLetters {

  private static final int LEAST_PART = 1024;

  private final MessageWriter<DeadLetter> messages;
  private final String job;
  private final DestinationSettings destination;

  public DeadLetters(String job, WireFormat wire, DestinationSettings destination) {
    this.messages = wire.writer(DeadLetter.class, destination.deadLetterTopic());
    this.job = job;
    this.destination = destination;
  }

  /** Whether a record can be written; one that cannot has to become dead letters. */
  public boolean fits(TopicRecord outgoing) {
    return Outgoing.size(outgoing) <= destination.maxRecordBytes();
  }

  public List<TopicRecord> of(TopicRecord record, Refusal refusal) {
    byte[] value = value(record);
    int partBytes = partBytes(record, refusal);
    int parts = Math.max(1, (int) ((value.length + partBytes - 1L) / partBytes));
    List<TopicRecord> letters = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      int from = part * partBytes;
      int length = Math.min(partBytes, value.length - from);
      DeadLetter letter = letter(record, refusal);
      letter.setPart(part);
      letter.setParts(parts);
      letter.setValue(ByteBuffer.wrap(value, from, length).slice());
      letters.add(Outgoing.like(record, destination.deadLetterTopic(), messages.toBytes(letter)));
    }
    return letters;
  }

  private DeadLetter letter(TopicRecord record, Refusal refusal) {
    return DeadLetter.newBuilder()
        .setId(Identity.of(record))
        .setStream(record.getTopic())
        .setOrigin(Identity.origin(record))
        .setJob(job)
        .setFailedAt(Instant.ofEpochMilli(System.currentTimeMillis()))
        .setStep(refusal.step())
        .setErrorClass(refusal.error())
        .setMessage(refusal.message())
        .setKey(record.getKey())
        .setHeaders(record.getHeaders())
        .setValueLength(value(record).length)
        .build();
  }

  /** A tombstone that had to become a letter is a letter without bytes. */
  private static byte[] value(TopicRecord record) {
    return record.getValue() == null ? new byte[0] : ByteFields.toArray(record.getValue());
  }

  /** Key and headers are in the letter and beside it. */
  private int partBytes(TopicRecord record, Refusal refusal) {
    long texts = 3L * (refusal.message().length() + job.length() + 2 * record.getTopic().length());
    long room = destination.maxRecordBytes() - 2 * Outgoing.overhead(record) - texts;
    if (room < LEAST_PART) {
      throw new IllegalStateException(
          "key and headers of "
              + Identity.of(record)
              + " leave no room in a dead letter of "
              + destination.maxRecordBytes()
              + " bytes: raise output.max-record-bytes and the topic's max.message.bytes");
    }
    return (int) room;
  }
}
