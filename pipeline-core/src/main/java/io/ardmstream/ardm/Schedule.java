package io.ardmstream.ardm;

/**
 * Which positions of a block become known in which step, as data: a schedule says it for blocks of
 * any size, and its id says it in text that is published and stored with what was coded.
 *
 * <p>Building a plan takes time proportional to the block; callers that see the same size often
 * keep it.
 */
public sealed interface Schedule permits RandomOrder, Lattice, Wavefront {

  /**
   * The order and steps for blocks of one size.
   *
   * @param width of the block, at least 0; for audio the number of frames
   * @param height of the block, at least 0; for audio 1
   * @throws IllegalArgumentException if there are more positions than an int counts
   */
  StepPlan plan(int width, int height);

  /** The text that {@link #parse} turns into an equal schedule; see the records for its form. */
  String id();

  /**
   * Reads an id: {@code random(seed,policy(sizes))}, {@code lattice(levels)} or {@code
   * wavefront(slope)}.
   *
   * @throws io.ardmstream.failure.NewerFormatException if this version knows no such schedule
   */
  static Schedule parse(String id) {
    return ScheduleId.parse(id);
  }
}
