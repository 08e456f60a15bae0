package io.ardmstream.transform.audio;

/**
 * The channels of a block whose residuals are coded; those of all others are known to be 0.
 *
 * @param indices of the coded channels, in rising order
 * @param count number of channels of the block
 */
public record CodedChannels(int[] indices, int count) {

  /**
   * Leaves out the channels that are not coded.
   *
   * @param planes of all channels, {@code [channel][frame]}
   */
  public int[][] select(int[][] planes) {
    int[][] selected = new int[indices.length][];
    for (int i = 0; i < indices.length; i++) {
      selected[i] = planes[indices[i]];
    }
    return selected;
  }

  /**
   * Puts the channels that are not coded back in.
   *
   * @param planes of the coded channels, {@code [channel][frame]}
   */
  public int[][] complete(int[][] planes) {
    int[][] all = new int[count][planes[0].length];
    for (int i = 0; i < indices.length; i++) {
      all[indices[i]] = planes[i];
    }
    return all;
  }
}
