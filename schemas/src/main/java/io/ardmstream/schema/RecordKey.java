package io.ardmstream.schema;

/** The key of a raw record, beside its statistics, which have a key of their own. */
public final class RecordKey {
  /** Name of the Kafka header of a statistics record that holds the key of its raw record. */
  public static final String HEADER = "ardm.key";

  private RecordKey() {}
}
