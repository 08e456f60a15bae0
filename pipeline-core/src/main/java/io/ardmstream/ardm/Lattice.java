package io.ardmstream.ardm;

/**
 * Coarse to fine: first, in one step, the grid of positions whose x and y are multiples of 2 to the
 * power {@code levels}; then level by level the grid twice as fine. A level with spacing s (that
 * is, s = 2<sup>levels-1</sup> down to 1) has three steps:
 *
 * <ol>
 *   <li>the diagonal of each cell: x and y both odd multiples of s;
 *   <li>to the right: x an odd, y an even multiple of s;
 *   <li>below: x an even, y an odd multiple of s.
 * </ol>
 *
 * Within a step positions ascend, row by row. Steps without positions are left out, so that a
 * sequence (height 1) has one step per level: the midpoints.
 *
 * <p>Id: {@code lattice(levels)}.
 *
 * @param levels how often the spacing is halved, 0 (all positions in one step) to 30
 */
public record Lattice(int levels) implements Schedule {
  private static final int MAX_LEVELS = 30;

  /** Checks the range. */
  public Lattice {
    if (levels < 0 || levels > MAX_LEVELS) {
      throw new IllegalArgumentException(levels + " levels are not within 0.." + MAX_LEVELS);
    }
  }

  @Override
  public StepPlan plan(int width, int height) {
    Grid grid = new Grid(width, height, new StepPlanBuilder(width, height));
    grid.step(0, 0, 1L << levels);
    for (int level = levels - 1; level >= 0; level--) {
      int spacing = 1 << level;
      grid.step(spacing, spacing, 2L * spacing);
      grid.step(spacing, 0, 2L * spacing);
      grid.step(0, spacing, 2L * spacing);
    }
    return grid.plan.build();
  }

  @Override
  public String id() {
    return "lattice(" + levels + ")";
  }

  private record Grid(int width, int height, StepPlanBuilder plan) {
    void step(int left, int top, long stride) {
      for (long y = top; y < height; y += stride) {
        for (long x = left; x < width; x += stride) {
          plan.add((int) (y * width + x));
        }
      }
      plan.endStep();
    }
  }
}
