package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;

/**
 * What is told about a window that has changed, or that is about to be forgotten.
 *
 * @param sums all that was ever added
 * @param base the part of it that late records would be added to after a failure; null: nothing
 * @param run which run of the job counted
 * @param closedAfter the checkpoint after which the window changed last, if it is forgotten now;
 *     {@link #OPEN} if not
 */
public record WindowUpdate(RateWindow sums, RateWindow base, String run, long closedAfter) {

  static final long OPEN = -1;

  static WindowUpdate open(RateWindow sums, RateWindow base, String run) {
    return new WindowUpdate(sums, base, run, OPEN);
  }

  static WindowUpdate closed(RateWindow sums, String run, long closedAfter) {
    return new WindowUpdate(sums, sums, run, closedAfter);
  }

  boolean isClosed() {
    return closedAfter != OPEN;
  }
}
