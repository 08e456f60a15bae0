package io.ardmstream.ardm.anyorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ardmstream.ardm.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PolicySearchTest {

  @Property
  void noPolicyIsCheaperThanTheBest(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 16) Double> variableLosses,
      @ForAll @IntRange(min = 1, max = 12) int budget) {
    double[] losses = variableLosses.stream().mapToDouble(loss -> loss).toArray();
    int steps = Math.min(budget, losses.length);
    Policy best = PolicySearch.best(losses, budget);

    assertThat(best.steps()).isEqualTo(steps);
    assertThat(best.variables()).isEqualTo(losses.length);
    assertThat(PolicySearch.cost(losses, best))
        .isCloseTo(cheapest(losses, 0, new int[steps]), within(1e-9));
  }

  /** By trying all sequences of step sizes. */
  private static double cheapest(double[] losses, int step, int[] sizes) {
    int left = losses.length - Arrays.stream(sizes, 0, step).sum();
    if (step == sizes.length - 1) {
      sizes[step] = left;
      return PolicySearch.cost(losses, new Policy(sizes));
    }
    double cheapest = Double.POSITIVE_INFINITY;
    for (int size = 1; size <= left - (sizes.length - 1 - step); size++) {
      sizes[step] = size;
      cheapest = Math.min(cheapest, cheapest(losses, step + 1, sizes));
    }
    return cheapest;
  }

  @Property(tries = 50)
  void theBestIsThatOfThePlainDynamicProgramme(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 150) int variables,
      @ForAll @IntRange(min = 1, max = 40) int budget) {
    double[] losses = new Random(seed).doubles(variables, 0, 8).toArray();
    int steps = Math.min(budget, variables);

    assertThat(PolicySearch.cost(losses, PolicySearch.best(losses, budget)))
        .isCloseTo(plainProgramme(losses, steps), within(1e-6));
  }

  /** The paper's recursion as it stands, O(steps · variables²). */
  private static double plainProgramme(double[] losses, int steps) {
    double[] falling =
        Arrays.stream(losses).map(loss -> -loss).sorted().map(loss -> -loss).toArray();
    double[] best = new double[falling.length + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = 0;
    for (int step = 0; step < steps; step++) {
      double[] next = new double[best.length];
      Arrays.fill(next, Double.POSITIVE_INFINITY);
      for (int t = 1; t < next.length; t++) {
        for (int s = 0; s < t; s++) {
          next[t] = Math.min(next[t], best[s] + (t - s) * falling[s]);
        }
      }
      best = next;
    }
    return best[falling.length];
  }

  @Test
  void withAsManyStepsAsVariablesEachIsAStep() {
    assertThat(PolicySearch.best(new double[] {5, 4, 4, 1}, 4)).isEqualTo(new Policy(1, 1, 1, 1));
    assertThat(PolicySearch.best(new double[] {5, 4, 4, 1}, 9)).isEqualTo(new Policy(1, 1, 1, 1));
  }

  @Test
  void withOneStepAllVariablesCostTheFirstOnesLoss() {
    double[] losses = {5, 4, 4, 1};

    assertThat(PolicySearch.best(losses, 1)).isEqualTo(new Policy(4));
    assertThat(PolicySearch.cost(losses, new Policy(4))).isEqualTo(20);
  }

  @Test
  void aSingleDropInTheLossesIsWhereTheStepsAreCut() {
    double[] losses = new double[1000];
    Arrays.fill(losses, 0, 137, 8.0);
    Arrays.fill(losses, 137, 1000, 2.0);

    assertThat(PolicySearch.best(losses, 2)).isEqualTo(new Policy(137, 863));
  }

  /** L = D - t: the best cuts divide the range evenly. */
  @Test
  void linearLossesAreCutEvenly() {
    double[] losses = IntStream.range(0, 1000).mapToDouble(t -> 1000 - t).toArray();

    assertThat(PolicySearch.best(losses, 10)).isEqualTo(new Policy(filled(10, 100)));
  }

  @Test
  void stepsGrowWhereLossesLevelOff() {
    double[] losses = IntStream.range(0, 500).mapToDouble(t -> 6 + 4 / (1 + t / 20.0)).toArray();

    assertThat(PolicySearch.best(losses, 20).stepSizes()).isSorted();
  }

  @Test
  void theOrderOfNoisyLossesDoesNotMatter() {
    assertThat(PolicySearch.best(new double[] {1, 7, 3, 5, 2}, 3))
        .isEqualTo(PolicySearch.best(new double[] {7, 5, 3, 2, 1}, 3));
  }

  /** The paper's recursion would take 50 times 10^12 steps, and not end. */
  @Test
  void aMillionVariablesAreSearched() {
    double[] losses =
        IntStream.range(0, 1_000_000).mapToDouble(t -> 2 + 5 / (1 + t / 3e4)).toArray();

    Policy best = PolicySearch.best(losses, 50);

    assertThat(best.variables()).isEqualTo(1_000_000);
    assertThat(PolicySearch.cost(losses, best))
        .isLessThan(PolicySearch.cost(losses, new Policy(filled(50, 20_000))));
  }

  @Test
  void whatIsNoLossIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicySearch.best(new double[] {1, Double.NaN}, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicySearch.best(new double[] {1, -1}, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PolicySearch.best(new double[0], 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PolicySearch.best(new double[1], 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PolicySearch.cost(new double[3], new Policy(4)));
  }

  private static int[] filled(int steps, int size) {
    int[] sizes = new int[steps];
    Arrays.fill(sizes, size);
    return sizes;
  }
}
