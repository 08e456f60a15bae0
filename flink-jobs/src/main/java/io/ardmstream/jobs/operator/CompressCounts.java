package io.ardmstream.jobs.operator;

import io.ardmstream.codec.EncodeStatistics;

/** What the compress job counts. */
final class CompressCounts {

  private final Counts.Count records;
  private final Counts.Count rawBytes;
  private final Counts.Count encodedBytes;
  private final Counts.Count tombstones;
  private final Counts.Count deadLetters;

  CompressCounts(Counts counts) {
    records = counts.of("records");
    rawBytes = counts.of("raw_bytes");
    encodedBytes = counts.of("encoded_bytes");
    tombstones = counts.of("tombstones");
    deadLetters = counts.of("dead_letters");
  }

  void encoded(EncodeStatistics statistics) {
    records.add(1);
    rawBytes.add(statistics.inputBytes());
    encodedBytes.add(statistics.encodedBytes());
  }

  void tombstone() {
    tombstones.add(1);
  }

  void deadLetter() {
    deadLetters.add(1);
  }
}
