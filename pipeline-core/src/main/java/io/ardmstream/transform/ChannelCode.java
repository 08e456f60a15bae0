package io.ardmstream.transform;

/** What is known about a channel of a block before its residuals are. */
sealed interface ChannelCode {

  /** The channel is predicted; its samples are values of a set. */
  record Predicted(ValueSet values) implements ChannelCode {}

  /**
   * The channel repeats the one before it.
   *
   * @param negated with the sign of every sample changed
   */
  record Copied(boolean negated) implements ChannelCode {}
}
