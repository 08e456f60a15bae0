package io.ardmstream.jobs.compress;

import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Verification;
import io.ardmstream.jobs.bundle.Counts;
import io.ardmstream.jobs.bundle.LetterCounts;
import io.ardmstream.jobs.bundle.ModelCounts;
import io.ardmstream.jobs.bundle.Refusal;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.encoded.EncodedValue;
import java.util.function.LongConsumer;

/** What the compress job counts. */
final class CompressCounts {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ModelCounts models;
  private final LetterCounts letters;
  private final LongConsumer encodeMillis;
  private final Counts.Count fallbacks;
  private final Counts.Count verifyFailures;
  private final Counts.Count tombstones;

  CompressCounts(Counts counts) {
    models = new ModelCounts(counts);
    letters = new LetterCounts(counts);
    encodeMillis = counts.distribution("encode_milliseconds");
    fallbacks = counts.of("fallback_records");
    verifyFailures = counts.of("verify_failures");
    tombstones = counts.of("tombstones");
  }

  void encoded(EncodeStatistics statistics) {
    models.add(
        EncodedValue.model(statistics),
        statistics.inputBytes(),
        statistics.encodedBytes(),
        statistics.samples());
    encodeMillis.accept(statistics.encodeNanos() / NANOS_PER_MILLI);
    fallbacks.add(statistics.fallbackReasons().isEmpty() ? 0 : 1);
    verifyFailures.add(statistics.verification() == Verification.REPAIRED ? 1 : 0);
  }

  void tombstone() {
    tombstones.add(1);
  }

  void deadLetter(TopicRecord record, Refusal refusal) {
    letters.add(record, refusal);
  }
}
