package io.ardmstream.likelihood.anyorder;

import io.ardmstream.ardm.Policy;
import io.ardmstream.ardm.anyorder.PolicySearch;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a digit costs in each stage, by how many of the stage's digits are known: {@code losses.bin}
 * of a bundle. Big-endian, 16 bits a number without sign, in 1/4096 bit: for each stage {@value
 * #KNOTS} losses, at 0, 64, 128, … known digits of 3072. Between them lie straight lines.
 */
public final class LossTable {

  /** Losses of a stage. */
  public static final int KNOTS = 49;

  /** Its name in a bundle. */
  public static final String FILE = "losses.bin";

  /** Digits of a stage, of a tile of full size. */
  public static final int VARIABLES = PartialTile.CHANNELS * PartialTile.POSITIONS;

  private static final int SPACING = VARIABLES / (KNOTS - 1);
  private static final double UNIT = 4096;
  private static final int MOST = 0xFFFF;

  private final double[][] losses;
  private final Map<Integer, Policy> policies = new ConcurrentHashMap<>();

  private LossTable(double[][] losses) {
    this.losses = losses;
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if it is not one of so many stages
   */
  public static LossTable read(byte[] file, int stages) {
    if (file.length != stages * KNOTS * Short.BYTES) {
      throw new IllegalArgumentException(
          FILE + " has " + file.length + " bytes, which are no losses of " + stages + " stages");
    }
    ByteBuffer in = ByteBuffer.wrap(file);
    double[][] losses = new double[stages][VARIABLES];
    for (double[] stage : losses) {
      int[] knots = new int[KNOTS];
      Arrays.setAll(knots, i -> in.getShort() & MOST);
      for (int known = 0; known < VARIABLES; known++) {
        int knot = known / SPACING;
        int rise = (knots[knot + 1] - knots[knot]) * (known % SPACING);
        stage[known] = knots[knot] + Math.floorDiv(rise, SPACING);
      }
    }
    return new LossTable(losses);
  }

  /**
   * Bytes of a table.
   *
   * @param bits of each stage, {@value #KNOTS} losses
   */
  public static byte[] write(double[][] bits) {
    ByteBuffer out = ByteBuffer.allocate(bits.length * KNOTS * Short.BYTES);
    for (double[] stage : bits) {
      for (double loss : stage) {
        out.putShort((short) Math.min(MOST, Math.round(loss * UNIT)));
      }
    }
    return out.array();
  }

  int stages() {
    return losses.length;
  }

  /** The cheapest policy of a stage. */
  Policy policy(int stage, int steps) {
    return policies.computeIfAbsent(
        stage * (VARIABLES + 1) + steps, key -> PolicySearch.best(losses[stage], steps));
  }

  /** What a stage costs in so many steps, in 1/4096 bit. */
  double cost(int stage, int steps) {
    return PolicySearch.cost(losses[stage], policy(stage, steps));
  }
}
