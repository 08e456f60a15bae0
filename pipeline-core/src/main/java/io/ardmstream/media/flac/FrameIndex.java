package io.ardmstream.media.flac;

import java.util.Arrays;

/** Where frames begin, in samples and in bytes from the first frame on, and how long they are. */
final class FrameIndex {
  private long[] samples = new long[64];
  private long[] offsets = new long[64];
  private int[] sizes = new int[64];
  private int count;
  private int leastBytes = Integer.MAX_VALUE;
  private int mostBytes;
  private long length;

  void add(long offset, int bytes, int blockSize) {
    if (count == samples.length) {
      samples = Arrays.copyOf(samples, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
      sizes = Arrays.copyOf(sizes, 2 * count);
    }
    samples[count] = length;
    offsets[count] = offset;
    sizes[count++] = blockSize;
    leastBytes = Math.min(leastBytes, bytes);
    mostBytes = Math.max(mostBytes, bytes);
    length += blockSize;
  }

  long length() {
    return length;
  }

  int leastBytes() {
    return count == 0 ? 0 : leastBytes;
  }

  int mostBytes() {
    return mostBytes;
  }

  /** The least size of a block, the last one left out unless it is the only one. */
  int leastBlock() {
    int least = count == 0 ? 0 : sizes[0];
    for (int i = 1; i < count - 1; i++) {
      least = Math.min(least, sizes[i]);
    }
    return least;
  }

  int mostBlock() {
    int most = 0;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, sizes[i]);
    }
    return most;
  }

  /** The first sample of the frame that a sample is in; 0 if there is no frame. */
  long frameStart(long sample) {
    return count == 0 ? 0 : samples[frame(sample)];
  }

  /** Where the frame begins that a sample is in. */
  long offset(long sample) {
    return count == 0 ? 0 : offsets[frame(sample)];
  }

  /** How many samples the frame has that a sample is in. */
  int blockSize(long sample) {
    return count == 0 ? 0 : sizes[frame(sample)];
  }

  private int frame(long sample) {
    int at = Arrays.binarySearch(samples, 0, count, sample);
    return at >= 0 ? at : Math.max(0, -at - 2);
  }
}
