package io.ardmstream.schema;

/**
 * Reads values of Kafka records. Not safe for use by several threads at once.
 *
 * @param <T> the generated record class
 */
public interface MessageReader<T> {

  /**
   * The record that these bytes hold.
   *
   * @throws MalformedMessageException if the bytes are anything else; memory stays bounded by the
   *     number of bytes given
   * @throws java.io.UncheckedIOException if what the reader has to ask for the schema does not
   *     answer, which says nothing about the bytes
   */
  T fromBytes(byte[] bytes) throws MalformedMessageException;
}
