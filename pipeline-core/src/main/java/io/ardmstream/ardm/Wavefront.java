package io.ardmstream.ardm;

/**
 * A causal wavefront: step t has the positions with x + slope · y = t, the topmost first. All
 * positions above and to the left, and those in the row above up to {@code slope - 1} columns to
 * the right, are known before. Takes width + slope · (height - 1) steps; values of t that no
 * position has are left out.
 *
 * <p>Id: {@code wavefront(slope)}.
 *
 * @param slope how many columns each row lags behind the one above it, 0 to 1024
 */
public record Wavefront(int slope) implements Schedule {
  private static final int MAX_SLOPE = 1024;

  /** Checks the range. */
  public Wavefront {
    if (slope < 0 || slope > MAX_SLOPE) {
      throw new IllegalArgumentException("slope " + slope + " is not within 0.." + MAX_SLOPE);
    }
  }

  @Override
  public StepPlan plan(int width, int height) {
    StepPlanBuilder plan = new StepPlanBuilder(width, height);
    long steps = height == 0 ? 0 : width + (long) slope * (height - 1);
    for (long step = 0; step < steps; step++) {
      addStep(plan, step, width, height);
      plan.endStep();
    }
    return plan.build();
  }

  @Override
  public String id() {
    return "wavefront(" + slope + ")";
  }

  private void addStep(StepPlanBuilder plan, long step, int width, int height) {
    long top = slope == 0 ? 0 : (Math.max(0, step - width + 1) + slope - 1) / slope;
    for (long y = top; y < height && step >= slope * y; y++) {
      plan.add((int) (y * width + step - slope * y));
    }
  }
}
