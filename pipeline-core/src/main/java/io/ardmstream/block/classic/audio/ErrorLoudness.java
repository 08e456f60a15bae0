package io.ardmstream.block.classic.audio;

import io.ardmstream.mixing.Hash;

/** Running means of the magnitudes of a channel's errors, in quarter octaves. */
final class ErrorLoudness {
  private static final int FRACTION = 4;
  private int latest;
  private int secondLatest;
  private long brief;
  private long middle;
  private long lasting;

  void hear(int error) {
    secondLatest = latest;
    latest = (int) Math.min(Integer.MAX_VALUE, Math.abs((long) error));
    long scaled = (long) latest << FRACTION + 8;
    brief += scaled - brief >> 2;
    middle += scaled - middle >> 4;
    lasting += scaled - lasting >> 7;
  }

  int latest() {
    return Hash.fineLog(latest);
  }

  int secondLatest() {
    return Hash.fineLog(secondLatest);
  }

  int brief() {
    return coarse(brief);
  }

  int middle() {
    return coarse(middle);
  }

  int lasting() {
    return coarse(lasting);
  }

  private static int coarse(long mean) {
    return Hash.fineLog((int) Math.min(Integer.MAX_VALUE, mean >> 8));
  }
}
