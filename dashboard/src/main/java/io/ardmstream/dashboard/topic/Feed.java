package io.ardmstream.dashboard.topic;

/** Where statistics come from: fills the rates until it is closed. */
public interface Feed extends AutoCloseable {

  /**
   * How that goes.
   *
   * @param source in words, for example the topic
   * @param read records that were read
   * @param behind records that are there and not read yet
   * @param unreadable values that are no statistics
   * @param trouble what is wrong now, in a sentence; empty: nothing
   */
  record State(String source, long read, long behind, long unreadable, String trouble) {}

  State state();

  @Override
  void close();
}
