package io.ardmstream.likelihood.anyorder;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.bytes.Varint;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How a block is coded, as the head of its payload says: a {@link Varint} with the number of the
 * {@link GenerationOrder}, then for each stage one with its steps.
 *
 * @param order of the samples of every tile
 * @param steps of each stage, 1 to {@link LossTable#VARIABLES}
 */
record CodingPlan(GenerationOrder order, List<Integer> steps) {

  /**
   * A plan, and how many bytes it takes.
   *
   * @param length of the head
   */
  record Head(CodingPlan plan, int length) {}

  /** Writes the head. */
  void write(ByteArrayOutputStream out) {
    Varint.write(order.number(), out);
    steps.forEach(count -> Varint.write(count, out));
  }

  /** Reads the head of a payload of so many stages; some plan or other where it is damaged. */
  static Head read(byte[] payload, int stages) {
    Reader in = new Reader(payload);
    GenerationOrder order = new GenerationOrder(in.next(0, GenerationOrder.LAST));
    List<Integer> steps = new ArrayList<>();
    for (int stage = 0; stage < stages; stage++) {
      steps.add(in.next(1, LossTable.VARIABLES));
    }
    return new Head(new CodingPlan(order, steps), in.position);
  }

  /** Most steps that one of the tiles has in a stage. */
  static <T> int steps(List<T> tiles, int stage, Function<T, List<StepPlan>> plans) {
    return tiles.stream().mapToInt(tile -> plans.apply(tile).get(stage).steps()).max().orElse(0);
  }

  private static final class Reader {
    private final byte[] payload;
    private int position;

    Reader(byte[] payload) {
      this.payload = payload;
    }

    int next(int least, int most) {
      long read = Varint.read(() -> position < payload.length ? payload[position++] & 0xFF : 0, 21);
      return (int) Math.max(least, Math.min(most, read));
    }
  }
}
