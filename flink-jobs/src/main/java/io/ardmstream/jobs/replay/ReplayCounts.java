package io.ardmstream.jobs.replay;

import io.ardmstream.codec.Decoding.Decoded;
import io.ardmstream.jobs.bundle.Counts;
import io.ardmstream.jobs.bundle.LetterCounts;
import io.ardmstream.jobs.bundle.ModelCounts;
import io.ardmstream.jobs.bundle.Refusal;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.TopicRecord;

/** What the replay job counts. */
final class ReplayCounts {

  private final ModelCounts models;
  private final LetterCounts letters;
  private final Counts.Count tombstones;

  ReplayCounts(Counts counts) {
    models = new ModelCounts(counts);
    letters = new LetterCounts(counts);
    tombstones = counts.of("tombstones");
  }

  void restored(EncodedRecord message, Decoded decoded) {
    models.add(
        message.getModel(),
        decoded.bytes().length,
        message.getPayload().remaining(),
        decoded.info().layout().samples());
  }

  void tombstone() {
    tombstones.add(1);
  }

  void deadLetter(TopicRecord record, Refusal refusal) {
    letters.add(record, refusal);
  }
}
