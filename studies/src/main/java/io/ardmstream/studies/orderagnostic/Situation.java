package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.StepPlan;

/**
 * What a network is asked: given all earlier stages, and the digits of this stage that the earlier
 * steps made known, how likely are this step's?
 *
 * @param plan over the variables of one stage
 * @param stage of depth upscaling, from 0
 * @param step of the plan
 */
record Situation(StepPlan plan, int stage, int step) {

  /** How many variables the step codes. */
  int coded() {
    return plan.stepSize(step);
  }
}
