package io.ardmstream.mixing;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.util.Optional;

/** How much is mixed: the parameter {@code mixing} of a model. */
@PublicApi(Stability.EVOLVING)
public enum Mixing {
  /** Number 1: what brings most for little time. */
  LIGHT(4, 22),
  /** Number 2: all there is. */
  FULL(16, 21),
  /** Number 3: little, in tables that a processor keeps near by. */
  QUICK(2, 18),
  /** Number 4: for small pictures, with weights that the model brings along. */
  SMALL(4, 14);

  private final int contexts;
  private final int mostSlotBits;

  Mixing(int contexts, int mostSlotBits) {
    this.contexts = contexts;
    this.mostSlotBits = mostSlotBits;
  }

  /** Contexts that decisions are looked up in. */
  public int contexts() {
    return contexts;
  }

  /** The most probabilities that a context has, in bits; one takes four bytes. */
  public int mostSlotBits() {
    return mostSlotBits;
  }

  /**
   * That of a number; none for 0.
   *
   * @throws IllegalArgumentException if the number is unknown
   */
  public static Optional<Mixing> of(int number) {
    if (number < 0 || number > values().length) {
      throw new IllegalArgumentException(
          "mixing " + number + " is unknown; known are 0 to " + values().length);
    }
    return number == 0 ? Optional.empty() : Optional.of(values()[number - 1]);
  }
}
