package io.ardmstream.likelihood;

import io.ardmstream.ardm.StepPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The plans of the shapes that came last. A model meets as many shapes as records have, and would
 * fill the memory with the plans of all of them.
 */
public final class StepPlans {

  private static final long MOST_POSITIONS = 1 << 22;

  private final Map<Shape, StepPlan> plans = new LinkedHashMap<>(16, 0.75f, true);
  private long positions;

  /** The plan of a shape, made if it is not at hand. */
  public synchronized StepPlan of(int width, int height, Supplier<StepPlan> maker) {
    Shape shape = new Shape(width, height);
    StepPlan plan = plans.get(shape);
    if (plan == null) {
      plan = maker.get();
      plans.put(shape, plan);
      positions += plan.positions();
      forgetOldest();
    }
    return plan;
  }

  /** How many positions the plans at hand have together. */
  synchronized long positions() {
    return positions;
  }

  private void forgetOldest() {
    var oldest = plans.values().iterator();
    while (positions > MOST_POSITIONS) {
      positions -= oldest.next().positions();
      oldest.remove();
    }
  }

  private record Shape(int width, int height) {}
}
