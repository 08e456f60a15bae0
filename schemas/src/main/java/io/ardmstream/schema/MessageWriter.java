package io.ardmstream.schema;

/**
 * Makes values of Kafka records. Not safe for use by several threads at once.
 *
 * @param <T> the generated record class
 */
public interface MessageWriter<T> {

  /** The record as bytes, always in the current version of its schema. */
  byte[] toBytes(T message);
}
