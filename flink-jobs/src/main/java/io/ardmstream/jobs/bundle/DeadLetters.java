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
 * Makes the dead letters of a job: the original record with the reason. A value too large for one
 * record of the topic is split into parts, so no record is ever dropped for its size. Key and
 * headers stand in the letter and beside it as far as there is room; what must be left out is
 * named, and the origin tells where it is.
 */
public final class DeadLetters {

  private static final int LEAST_PART = 1024;
  private static final String NO_ROOM = "There was no room in this letter for";

  private final MessageWriter<DeadLetter> messages;
  private final String job;
  private final DestinationSettings destination;

  public DeadLetters(String job, WireFormat wire, DestinationSettings destination) {
    this.messages = wire.writer(DeadLetter.class, destination.deadLetterTopic());
    this.job = job;
    this.destination = destination;
  }

  /** Whether a letter lacks something of its record, which it names. */
  public static boolean isCut(DeadLetter letter) {
    return letter.getMessage().startsWith(NO_ROOM);
  }

  /** Whether a record can be written; one that cannot has to become dead letters. */
  public boolean fits(TopicRecord outgoing) {
    return Outgoing.size(outgoing) <= destination.maxRecordBytes();
  }

  public List<TopicRecord> of(TopicRecord record, Refusal refusal) {
    long room = destination.maxRecordBytes() - texts(record, refusal);
    // Key and headers come with every part: of many parts they take half at most.
    long least = Math.max(LEAST_PART, Math.min(value(record).length, room / 2));
    if (room - 2 * Outgoing.overhead(record) >= least) {
      return letters(record, record, refusal, room);
    }
    TopicRecord bare = Outgoing.bare(record);
    if (room - Outgoing.overhead(record) - Outgoing.overhead(bare) >= least) {
      return letters(bare, record, refusal, room);
    }
    long most = room - 2 * Outgoing.overhead(bare) - least;
    TopicRecord cut = Outgoing.cut(record, most);
    return letters(bare, cut, refusal.lacking(missing(record, cut)), room);
  }

  /**
   * The letters of a record.
   *
   * @param beside has the key and headers of the Kafka records
   * @param inside has those of the letters, and the value
   * @param room bytes for all of that
   */
  private List<TopicRecord> letters(
      TopicRecord beside, TopicRecord inside, Refusal refusal, long room) {
    byte[] value = value(inside);
    int partBytes = (int) (room - Outgoing.overhead(beside) - Outgoing.overhead(inside));
    int parts = Math.max(1, (int) ((value.length + partBytes - 1L) / partBytes));
    List<TopicRecord> letters = new ArrayList<>(parts);
    for (int part = 0; part < parts; part++) {
      int from = part * partBytes;
      int length = Math.min(partBytes, value.length - from);
      DeadLetter letter = letter(inside, refusal);
      letter.setPart(part);
      letter.setParts(parts);
      letter.setValue(ByteBuffer.wrap(value, from, length).slice());
      letters.add(Outgoing.like(beside, destination.deadLetterTopic(), messages.toBytes(letter)));
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

  private static String missing(TopicRecord record, TopicRecord cut) {
    StringBuilder missing = new StringBuilder(NO_ROOM);
    if (record.getKey() != cut.getKey()) {
      missing.append(" the key of ").append(record.getKey().remaining()).append(" bytes and");
    }
    int headers = record.getHeaders().size() - cut.getHeaders().size();
    return missing
        .append(" %d of %d headers".formatted(headers, record.getHeaders().size()))
        .append(
            ": the original, whole, is in topic %s, partition %d, offset %d. "
                .formatted(record.getTopic(), record.getPartition(), record.getOffset()))
        .toString();
  }

  private long texts(TopicRecord record, Refusal refusal) {
    int lacking = 200 + record.getTopic().length();
    return 3L
        * (refusal.message().length() + lacking + job.length() + 2 * record.getTopic().length());
  }
}
