package io.ardmstream.jobs.compress;

import io.ardmstream.codec.Attempt;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.jobs.bundle.DeadLetters;
import io.ardmstream.jobs.bundle.MediaChecksum;
import io.ardmstream.jobs.bundle.Refusal;
import io.ardmstream.jobs.bundle.Step;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.schema.FailedStep;
import io.ardmstream.schema.TopicRecord;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Bundles of records to encoded records, statistics and dead letters, in the order they came. */
final class Compressor implements AutoCloseable {

  private final Codec codec;
  private final BundleEncoder encoder;
  private final MediaSources sources;
  private final EncodedRecords encodedRecords;
  private final RateRecords rateRecords;
  private final DeadLetters deadLetters;
  private final CompressCounts counts;
  private final MediaChecksum checksum;

  Compressor(
      Codec codec,
      BundleEncoder encoder,
      MediaSources sources,
      EncodedRecords encodedRecords,
      RateRecords rateRecords,
      DeadLetters deadLetters,
      CompressCounts counts,
      MediaChecksum checksum) {
    this.codec = codec;
    this.encoder = encoder;
    this.sources = sources;
    this.encodedRecords = encodedRecords;
    this.rateRecords = rateRecords;
    this.deadLetters = deadLetters;
    this.counts = counts;
    this.checksum = checksum;
  }

  /** What a record claims to have, be it true or not: little can become much. */
  long claimedSamples(TopicRecord record) {
    if (record.getValue() == null || sources.isTooLarge(record)) {
      return 0;
    }
    try {
      return MediaFormats.claimedSamples(sources.media(record).media());
    } catch (ArdmException refusedLater) {
      return 0;
    }
  }

  void compress(List<TopicRecord> bundle, Consumer<TopicRecord> out) {
    List<Step<RawMedia, Source>> steps = bundle.stream().map(this::prepare).toList();
    Iterator<Attempt<Encoding>> attempts = encoder.encode(Step.pending(steps)).iterator();
    for (Step<RawMedia, Source> step : steps) {
      if (step instanceof Step.Done<RawMedia, Source> done) {
        done.output().forEach(out);
      } else if (step instanceof Step.Pending<RawMedia, Source> pending) {
        finish(pending.record(), pending.content(), attempts.next(), bundle.size()).forEach(out);
      }
    }
  }

  @Override
  public void close() {
    codec.close();
  }

  private Step<RawMedia, Source> prepare(TopicRecord record) {
    if (!encodedRecords.take(record)) {
      return new Step.Done<>(refused(record, Refusal.keyless()));
    }
    if (record.getValue() == null) {
      TopicRecord tombstone = encodedRecords.tombstone(record);
      if (!deadLetters.fits(tombstone)) {
        return new Step.Done<>(refused(record, tooLargeToWrite()));
      }
      counts.tombstone();
      return new Step.Done<>(List.of(tombstone));
    }
    if (sources.isTooLarge(record)) {
      return new Step.Done<>(
          refused(record, Refusal.tooLarge(FailedStep.PARSE, "input.max-record-bytes")));
    }
    try {
      RawMedia raw = sources.media(record);
      return new Step.Pending<>(record, raw, sources.source(raw));
    } catch (ArdmException failure) {
      return new Step.Done<>(refused(record, Refusal.of(FailedStep.PARSE, failure)));
    }
  }

  private List<TopicRecord> finish(
      TopicRecord record, RawMedia raw, Attempt<Encoding> attempt, int bundleSize) {
    if (attempt.defect() != null) {
      return refused(record, Refusal.defect(FailedStep.ENCODE, attempt.defect()));
    }
    if (attempt.result() instanceof Encoding.Failed failed) {
      return refused(record, Refusal.of(FailedStep.ENCODE, failed.failure()));
    }
    Encoding.Encoded encoded = attempt.result().orThrow();
    TopicRecord outgoing = encodedRecords.of(record, raw, encoded);
    if (!deadLetters.fits(outgoing)) {
      return refused(record, tooLargeToWrite());
    }
    counts.encoded(encoded.statistics());
    checksum.add(raw.media());
    return List.of(outgoing, rateRecords.of(record, raw, encoded.statistics(), bundleSize));
  }

  private static Refusal tooLargeToWrite() {
    return Refusal.tooLarge(FailedStep.WRITE, "output.max-record-bytes");
  }

  private List<TopicRecord> refused(TopicRecord record, Refusal refusal) {
    counts.deadLetter(record, refusal);
    return deadLetters.of(record, refusal);
  }
}
