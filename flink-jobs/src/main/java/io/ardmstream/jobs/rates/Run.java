package io.ardmstream.jobs.rates;

/**
 * One run of the rates job: all that goes on from the same start without a checkpoint.
 *
 * @param id unique
 * @param started when it began, in milliseconds of the epoch
 */
public record Run(String id, long started) {

  Run earlier(Run other) {
    return other.started < started ? other : this;
  }
}
