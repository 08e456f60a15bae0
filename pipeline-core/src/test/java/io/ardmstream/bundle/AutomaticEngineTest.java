package io.ardmstream.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AutomaticEngineTest {

  /** Counts how often it is asked whether there is a card. */
  private record Card(boolean isThere, AtomicInteger asked) implements InferenceEngine {

    @Override
    public String name() {
      return "card";
    }

    @Override
    public String start() {
      return "a card";
    }

    @Override
    public NetworkSet load(ModelBundle bundle) {
      throw new IllegalStateException("loads nothing");
    }

    @Override
    public boolean isAccelerated() {
      asked.incrementAndGet();
      return isThere;
    }
  }

  @Test
  void cardsAreLookedForWhenItIsUsedAndNotBefore() {
    Card card = new Card(true, new AtomicInteger());
    InferenceEngine engine = new AutomaticEngine(List.of(InferenceEngine.java(), card));

    assertThat(engine.name()).isEqualTo("auto");
    assertThat(card.asked()).hasValue(0);
    assertThat(engine.start()).isEqualTo("a card");
  }

  @Test
  void withoutACardItIsTheOneInJava() {
    Card none = new Card(false, new AtomicInteger());
    InferenceEngine engine = new AutomaticEngine(List.of(none, InferenceEngine.java()));

    assertThat(engine.start()).isEqualTo(InferenceEngine.java().start());
  }
}
