package io.ardmstream.jobs.replay;

import io.ardmstream.codec.Attempt;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.failure.NewerFormatException;
import io.ardmstream.failure.UnknownModelException;
import io.ardmstream.jobs.bundle.DeadLetters;
import io.ardmstream.jobs.bundle.FailurePolicy;
import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.jobs.bundle.MediaChecksum;
import io.ardmstream.jobs.bundle.Outgoing;
import io.ardmstream.jobs.bundle.Refusal;
import io.ardmstream.jobs.bundle.Step;
import io.ardmstream.jobs.bundle.Waiting;
import io.ardmstream.jobs.kafka.PartitionLog;
import io.ardmstream.jobs.run.ReplayStoppedException;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.FailedStep;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.TopicRecord;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** Bundles of encoded records to restored records and dead letters, in the order they came. */
final class Replayer implements AutoCloseable {

  private final MessageReader<EncodedRecord> messages;
  private final Codec codec;
  private final StreamDecoder decoder;
  private final Predecessors predecessors;
  private final Restoration restoration;
  private final DeadLetters deadLetters;
  private final FailurePolicy onUnknownModel;
  private final ReplayCounts counts;
  private final MediaChecksum checksum;
  private final Remarks remarks;

  Replayer(
      MessageReader<EncodedRecord> messages,
      Codec codec,
      PartitionLog earlier,
      Restoration restoration,
      DeadLetters deadLetters,
      FailurePolicy onUnknownModel,
      ReplayCounts counts,
      MediaChecksum checksum,
      Remarks remarks) {
    this.messages = messages;
    this.codec = codec;
    this.decoder = codec.streamDecoder();
    this.predecessors = new Predecessors(decoder, messages, earlier);
    this.restoration = restoration;
    this.deadLetters = deadLetters;
    this.onUnknownModel = onUnknownModel;
    this.counts = counts;
    this.checksum = checksum;
    this.remarks = remarks;
  }

  /** Its bytes are those of the record and of what it becomes: little can become much. */
  Waiting<Step<EncodedRecord, byte[]>> prepare(TopicRecord record) {
    Step<EncodedRecord, byte[]> step = open(record);
    return new Waiting<>(step, Outgoing.size(record) + restoredBytes(step));
  }

  void replay(List<Step<EncodedRecord, byte[]>> bundle, Consumer<TopicRecord> out) {
    List<Step<EncodedRecord, byte[]>> steps = bundle.stream().map(this::gather).toList();
    Iterator<Attempt<Decoding>> attempts =
        Attempt.together(Step.sources(steps), decoder::decode).iterator();
    for (Step<EncodedRecord, byte[]> step : steps) {
      if (step instanceof Step.Done<EncodedRecord, byte[]> done) {
        done.output().forEach(out);
      } else if (step instanceof Step.Pending<EncodedRecord, byte[]> pending) {
        finish(pending.record(), pending.content(), attempts.next()).forEach(out);
      }
    }
  }

  /** A record that leans on what is not there is done. */
  private Step<EncodedRecord, byte[]> gather(Step<EncodedRecord, byte[]> step) {
    if (step instanceof Step.Pending<EncodedRecord, byte[]> pending) {
      Optional<MissingRecordsException> missing =
          predecessors.gather(pending.record(), pending.source());
      if (missing.isPresent()) {
        return new Step.Done<>(
            refused(pending.record(), Refusal.of(FailedStep.DECODE, missing.get())));
      }
    }
    return step;
  }

  @Override
  public void close() {
    predecessors.close();
    codec.close();
  }

  private Step<EncodedRecord, byte[]> open(TopicRecord record) {
    if (!restoration.takes(record)) {
      return new Step.Done<>(refused(record, Refusal.keyless()));
    }
    if (record.getValue() == null) {
      List<TopicRecord> tombstone = restoration.tombstone(record);
      if (!tombstone.stream().allMatch(deadLetters::fits)) {
        return new Step.Done<>(refused(record, tooLargeToWrite()));
      }
      counts.tombstone();
      return new Step.Done<>(tombstone);
    }
    try {
      EncodedRecord message = messages.fromBytes(ByteFields.toArray(record.getValue()));
      return new Step.Pending<>(record, message, ByteFields.toArray(message.getPayload()));
    } catch (MalformedMessageException e) {
      ArdmException failure =
          new CorruptDataException(
              "The value is no EncodedRecord: " + e.getMessage(),
              "value of the Kafka record",
              "Check that input.topics names topics that the compress job writes.");
      return new Step.Done<>(refused(record, Refusal.of(FailedStep.DECODE, failure)));
    }
  }

  private static long restoredBytes(Step<EncodedRecord, byte[]> step) {
    if (!(step instanceof Step.Pending<EncodedRecord, byte[]> pending)) {
      return 0;
    }
    try {
      return Codec.inspect(pending.source()).claim();
    } catch (ArdmException unreadable) {
      return 0;
    }
  }

  private List<TopicRecord> finish(
      TopicRecord record, EncodedRecord message, Attempt<Decoding> attempt) {
    if (attempt.defect() != null) {
      return refused(record, Refusal.defect(FailedStep.DECODE, attempt.defect()));
    }
    if (attempt.result() instanceof Decoding.Failed failed) {
      noteMissing(record, message, failed.failure());
      return refused(record, Refusal.of(FailedStep.DECODE, failed.failure()));
    }
    Decoding.Decoded decoded = attempt.result().orThrow();
    List<TopicRecord> restored;
    try {
      restored = restoration.restore(record, message, decoded);
    } catch (ArdmException noPlace) {
      return refused(record, Refusal.of(FailedStep.WRITE, noPlace));
    }
    if (!restored.stream().allMatch(deadLetters::fits)) {
      return refused(record, tooLargeToWrite());
    }
    counts.restored(message, decoded);
    checksum.add(decoded.bytes());
    return restored;
  }

  private void noteMissing(TopicRecord record, EncodedRecord message, ArdmException failure) {
    if (failure instanceof UnknownModelException || failure instanceof NewerFormatException) {
      if (onUnknownModel == FailurePolicy.STOP) {
        throw new SuppressRestartsException(
            new ReplayStoppedException(Identity.of(record), failure));
      }
      remarks.missing(message, failure);
    }
  }

  private static Refusal tooLargeToWrite() {
    return Refusal.tooLarge(FailedStep.WRITE, "output.max-record-bytes");
  }

  private List<TopicRecord> refused(TopicRecord record, Refusal refusal) {
    counts.deadLetter(record, refusal);
    return deadLetters.of(record, refusal);
  }
}
