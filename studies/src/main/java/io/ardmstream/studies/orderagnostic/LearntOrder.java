package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.StepPlan;
import java.util.Random;

/** In which order a network learns to code the variables of a stage. */
interface LearntOrder {

  /**
   * Draws a plan and one of its steps, so that the mean cost of a variable of drawn steps is the
   * cost of a variable.
   */
  Drawn draw(Random random);

  /** A step of a plan. */
  record Drawn(StepPlan plan, int step) {}
}
