package io.ardmstream.jobs.compress;

/** What the values of the input topics are. */
public enum InputFormat {
  /** Media files, or samples of the declared raw layout. */
  MEDIA,
  /** {@link io.ardmstream.schema.RawRecord} in Avro, in the wire format of the job. */
  AVRO
}
