package io.ardmstream.likelihood;

import io.ardmstream.ardm.StepPlan;

/** Samples that are coded along one schedule into one payload. */
public interface CodingUnit {

  /** Generation order of the positions; each holds one sample per channel. */
  StepPlan plan();

  /** Number of channels, coded one after another within a step. */
  int channels();

  /** Least value of a channel's samples. */
  int least(int channel);

  /** Number of values of a channel's samples, at least 1. */
  int cardinality(int channel);
}
