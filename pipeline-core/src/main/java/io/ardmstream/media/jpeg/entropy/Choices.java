package io.ardmstream.media.jpeg.entropy;

import java.util.Arrays;

/**
 * What an encoder was free to choose in a scan although its coefficients are what they are: where
 * runs of blocks without coefficients begin, and runs of zeros that nothing follows.
 */
public final class Choices {
  /**
   * How many correction bits libjpeg collects behind a run of blocks before it begins another one.
   */
  static final int MOST_CORRECTIONS = 937;

  /** The longest run of blocks that can be written. */
  static final int MOST_RUN = 0x7FFF;

  /** Whether runs end with {@link #MOST_CORRECTIONS} bits. */
  private boolean limited = true;

  /** Blocks with which a run begins although the one before could have gone on. */
  public final Ordinals starts = new Ordinals();

  /** The same where {@link #MOST_CORRECTIONS} made it so. */
  private final Ordinals limitedStarts = new Ordinals();

  /** Blocks with runs of 16 zeros that no coefficient follows, once for each run. */
  public final Ordinals zeros = new Ordinals();

  public boolean limited() {
    return limited;
  }

  /** The runs do not care how many correction bits there are. */
  public void unlimited() {
    limited = false;
    starts.merge(limitedStarts);
    limitedStarts.clear();
  }

  void startAfterLimit(int block) {
    (limited ? limitedStarts : starts).add(block);
  }

  boolean plain() {
    return limited && starts.size() == 0 && zeros.size() == 0;
  }

  /** Numbers of blocks, in rising order. */
  public static final class Ordinals {
    private int[] numbers = new int[4];
    private int size;
    private int next;

    public void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }

    public int size() {
      return size;
    }

    public int get(int index) {
      return numbers[index];
    }

    /** Passes over one that is at or before this number, and says whether it was this number. */
    boolean take(int number) {
      while (next < size && numbers[next] < number) {
        next++;
      }
      boolean found = next < size && numbers[next] == number;
      next += found ? 1 : 0;
      return found;
    }

    void rewind() {
      next = 0;
    }

    private void merge(Ordinals other) {
      for (int i = 0; i < other.size; i++) {
        add(other.numbers[i]);
      }
      Arrays.sort(numbers, 0, size);
    }

    private void clear() {
      size = 0;
    }
  }
}
