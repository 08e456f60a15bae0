package io.ardmstream.jobs.operator;

import io.ardmstream.codec.Decoding.Decoded;
import io.ardmstream.schema.EncodedRecord;

/** What the replay job counts. */
final class ReplayCounts {

  private final Counts.Count restored;
  private final Counts.Count rawBytes;
  private final Counts.Count encodedBytes;
  private final Counts.Count tombstones;
  private final Counts.Count deadLetters;

  ReplayCounts(Counts counts) {
    restored = counts.of("records");
    rawBytes = counts.of("raw_bytes");
    encodedBytes = counts.of("encoded_bytes");
    tombstones = counts.of("tombstones");
    deadLetters = counts.of("dead_letters");
  }

  void restored(EncodedRecord message, Decoded decoded) {
    restored.add(1);
    rawBytes.add(decoded.bytes().length);
    encodedBytes.add(message.getPayload().remaining());
  }

  void tombstone() {
    tombstones.add(1);
  }

  void deadLetter() {
    deadLetters.add(1);
  }
}
