package io.ardmstream.transform.audio;

/** What is known about a channel of a block before its residuals are. */
sealed interface ChannelCode {

  /** Whether all residuals of the channel are 0. */
  boolean leavesNothing();

  /** The channel is predicted; its samples are values of a set. */
  record Predicted(ValueSet values) implements ChannelCode {

    @Override
    public boolean leavesNothing() {
      return values.size() == 1;
    }
  }

  /**
   * The channel repeats the one before it.
   *
   * @param negated with the sign of every sample changed
   */
  record Copied(boolean negated) implements ChannelCode {

    @Override
    public boolean leavesNothing() {
      return true;
    }
  }
}
