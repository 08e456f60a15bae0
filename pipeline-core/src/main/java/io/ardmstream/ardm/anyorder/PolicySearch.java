package io.ardmstream.ardm.anyorder;

import io.ardmstream.ardm.Policy;
import java.util.Arrays;

/**
 * Finds the policy that costs least for a given number of steps (section 3 and appendix of the
 * paper).
 *
 * <p>L<sub>t</sub>, in bits, is the expected cost of one more variable when t are known, in a
 * random order. To code k variables in one step when t are known costs k · L<sub>t</sub>, because
 * none of them sees the others. A policy's cost is the sum over its steps.
 *
 * <p>L falls in t by nature, but its estimates are noisy; they are sorted first, so that the search
 * does not exploit the noise. For a fixed start s the cost of a step up to t is then a line in t
 * whose slope falls with s, so that each layer of the dynamic programme is the lower envelope of
 * lines and takes time proportional to the variables. The search over D variables with a budget of
 * B takes time O(B · D) and memory O(D).
 */
public final class PolicySearch {
  private PolicySearch() {}

  /**
   * The cheapest policy.
   *
   * @param losses L<sub>t</sub> in bits for t = 0 to D - 1, finite and not negative; in any order
   * @param budget how many steps; more than D are no use and become D
   * @return a policy over D variables with exactly min(budget, D) steps
   */
  public static Policy best(double[] losses, int budget) {
    double[] falling = falling(losses);
    if (budget < 1 || losses.length == 0) {
      throw new IllegalArgumentException(
          "no policy for " + losses.length + " variables in " + budget + " steps");
    }
    int[] sizes = new int[Math.min(budget, losses.length)];
    new PolicyProgramme(falling).solve(0, losses.length, sizes, 0, sizes.length);
    return new Policy(sizes);
  }

  /**
   * What a policy costs in bits.
   *
   * @param losses as for {@link #best}, one for each of the policy's variables
   */
  public static double cost(double[] losses, Policy policy) {
    if (losses.length != policy.variables()) {
      throw new IllegalArgumentException(
          losses.length + " losses for a policy over " + policy.variables() + " variables");
    }
    double[] falling = falling(losses);
    double cost = 0;
    int known = 0;
    for (int size : policy.stepSizes()) {
      cost += size * falling[known];
      known += size;
    }
    return cost;
  }

  private static double[] falling(double[] losses) {
    double[] falling = new double[losses.length];
    double[] rising = losses.clone();
    Arrays.sort(rising);
    for (int t = 0; t < falling.length; t++) {
      falling[t] = rising[rising.length - 1 - t];
      if (!(falling[t] >= 0 && falling[t] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a loss of " + falling[t] + " bits");
      }
    }
    return falling;
  }
}
