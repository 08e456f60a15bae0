package io.ardmstream.dashboard.rates;

import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.VerifyResult;
import java.util.Arrays;
import java.util.List;

/**
 * Sums over records. The array is not copied; nobody changes it once it is in here.
 *
 * @param records how many
 * @param samples their samples
 * @param rawBytes bytes of the media as it came
 * @param encodedBytes bytes of the containers
 * @param leaningSavedBytes about how many more if no record leant on others
 * @param blocks blocks by coding mode
 * @param idealBits what the models say their blocks cost
 * @param modelledBits what these blocks really cost
 * @param modelledSamples samples of the records that a model coded at least in part
 * @param encodeMillis time spent encoding
 * @param fallbackRecords records with a block that fell back from its model
 * @param verifyFailures records whose first coded form did not decode to the original
 * @param stageBits ideal bits by upscaling stage, most significant digit first
 */
public record Totals(
    long records,
    long samples,
    long rawBytes,
    long encodedBytes,
    long leaningSavedBytes,
    Modes blocks,
    double idealBits,
    double modelledBits,
    long modelledSamples,
    double encodeMillis,
    long fallbackRecords,
    long verifyFailures,
    double[] stageBits) {

  public static final Totals NONE =
      new Totals(0, 0, 0, 0, 0, Modes.NONE, 0, 0, 0, 0, 0, 0, new double[0]);

  /** More stages than any model has; statistics that claim more are cut. */
  private static final int MOST_STAGES = 32;

  public static Totals of(RateStatistics one) {
    return new Totals(
        1,
        one.getSamples(),
        one.getRawBytes(),
        one.getEncodedBytes(),
        one.getLeaningSavedBytes(),
        Modes.of(one.getBlocks()),
        one.getIdealBits(),
        one.getModelledBits(),
        one.getModel() == null ? 0 : one.getSamples(),
        one.getEncodeMillis(),
        one.getFallbackReasons().isEmpty() ? 0 : 1,
        one.getVerify() == VerifyResult.REPAIRED ? 1 : 0,
        stages(one.getStageBits()));
  }

  public Totals plus(Totals other) {
    return new Totals(
        records + other.records,
        samples + other.samples,
        rawBytes + other.rawBytes,
        encodedBytes + other.encodedBytes,
        leaningSavedBytes + other.leaningSavedBytes,
        blocks.plus(other.blocks),
        idealBits + other.idealBits,
        modelledBits + other.modelledBits,
        modelledSamples + other.modelledSamples,
        encodeMillis + other.encodeMillis,
        fallbackRecords + other.fallbackRecords,
        verifyFailures + other.verifyFailures,
        sum(stageBits, other.stageBits));
  }

  private static double[] stages(List<Double> bits) {
    return bits.stream().limit(MOST_STAGES).mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] sum(double[] some, double[] others) {
    double[] longer = some.length >= others.length ? some : others;
    double[] shorter = some.length >= others.length ? others : some;
    if (shorter.length == 0) {
      return longer;
    }
    double[] sums = Arrays.copyOf(longer, longer.length);
    for (int stage = 0; stage < shorter.length; stage++) {
      sums[stage] += shorter[stage];
    }
    return sums;
  }
}
