package io.ardmstream.block.turbo;

/** What is coded of two channels. The numbers are part of the encoded format. */
enum ChannelPair {
  /** Both as they are. */
  APART,
  /** Their mean and their difference. */
  MIDDLE_SIDE,
  /** The first one and their difference. */
  FIRST_SIDE,
  /** The second one and their difference. */
  SECOND_SIDE;

  /** The first of the two series. */
  int first(int left, int right) {
    return switch (this) {
      case APART, FIRST_SIDE -> left;
      case MIDDLE_SIDE -> left + right >> 1;
      case SECOND_SIDE -> right;
    };
  }

  /** The second of the two series. */
  int second(int left, int right) {
    return this == APART ? right : left - right;
  }

  /** Two channels become the two series, in place. */
  void part(int[] left, int[] right) {
    for (int i = 0; i < left.length; i++) {
      int first = first(left[i], right[i]);
      right[i] = second(left[i], right[i]);
      left[i] = first;
    }
  }

  /** Two series become the two channels, in place. */
  void join(int[] first, int[] second) {
    for (int i = 0; i < first.length; i++) {
      int left = left(first[i], second[i]);
      second[i] = right(first[i], second[i]);
      first[i] = left;
    }
  }

  /** The left channel of the two series. */
  int left(int first, int second) {
    return switch (this) {
      case APART, FIRST_SIDE -> first;
      case MIDDLE_SIDE -> first + (second + 1 >> 1);
      case SECOND_SIDE -> first + second;
    };
  }

  /** The right channel of the two series. */
  int right(int first, int second) {
    return switch (this) {
      case APART -> second;
      case SECOND_SIDE -> first;
      case MIDDLE_SIDE, FIRST_SIDE -> left(first, second) - second;
    };
  }
}
