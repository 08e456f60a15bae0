package io.ardmstream.likelihood.anyorder;

import io.ardmstream.ardm.StepPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The steps of tiles, made once for all tiles of a shape that are coded alike. Not thread-safe. */
final class TilePlans {
  private final LossTable losses;
  private final Map<Key, List<StepPlan>> known = new HashMap<>();

  TilePlans(LossTable losses) {
    this.losses = losses;
  }

  private record Key(CodingPlan plan, int width, int height) {}

  /** The steps of a tile in each stage. */
  List<StepPlan> of(CodingPlan plan, TilePlace place) {
    return known.computeIfAbsent(new Key(plan, place.width(), place.height()), this::make);
  }

  private List<StepPlan> make(Key key) {
    List<StepPlan> plans = new ArrayList<>();
    for (int stage = 0; stage < key.plan().steps().size(); stage++) {
      plans.add(
          key.plan()
              .order()
              .plan(
                  key.width(), key.height(), losses.policy(stage, key.plan().steps().get(stage))));
    }
    return plans;
  }
}
