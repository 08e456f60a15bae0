package io.ardmstream.likelihood.image.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.ardm.Wavefront;
import io.ardmstream.network.Planes;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CausalCanvasTest {

  /** What a decoder sees of a pixel before its step is what an encoder sees that knows it all. */
  @Property(tries = 60)
  void windowsReadOnlyWhatEarlierStepsMadeKnown(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 2, max = 5) int radius,
      @ForAll @IntRange(min = 2, max = 4) int slope,
      @ForAll long seed) {
    CausalWindow window = new CausalWindow(radius, slope);
    ImageFeatures features = new ImageFeatures(window);
    CausalCanvas whole = new CausalCanvas(window, width, height, 3);
    Random random = new Random(seed);
    for (int place = 0; place < width * height; place++) {
      for (int c = 0; c < 3; c++) {
        whole.set(c, place % width, place / width, random.nextInt(256) - 128);
      }
    }
    CausalCanvas growing = new CausalCanvas(window, width, height, 3);
    StepPlan plan = new Wavefront(slope).plan(width, height);
    for (int step = 0; step < plan.steps(); step++) {
      for (int i = plan.stepStart(step); i < plan.stepEnd(step); i++) {
        assertThat(row(features, growing, plan.position(i)))
            .containsExactly(row(features, whole, plan.position(i)));
      }
      for (int i = plan.stepStart(step); i < plan.stepEnd(step); i++) {
        int x = plan.position(i) % width;
        int y = plan.position(i) / width;
        for (int c = 0; c < 3; c++) {
          growing.set(c, x, y, whole.get(c, x, y));
        }
      }
    }
  }

  private static float[] row(ImageFeatures features, CausalCanvas canvas, int place) {
    float[][] planes = new float[features.width()][1];
    int at = canvas.place(place % canvas.width(), place / canvas.width());
    features.fill(canvas, features.offsets(canvas.stride()), new int[] {at}, 0, 1, 0, planes);
    return Planes.rows(planes, 1);
  }
}
