package io.ardmstream.jobs.rates;

import io.ardmstream.schema.BlockCounts;
import io.ardmstream.schema.RateWindow;
import java.util.ArrayList;
import java.util.List;

/** Adds windows of the same stream, model and time. */
final class WindowSums {

  private static final double BITS_PER_BYTE = 8;

  private WindowSums() {}

  static RateWindow add(RateWindow a, RateWindow b) {
    RateWindow sum =
        RateWindow.newBuilder(a)
            .setRecords(a.getRecords() + b.getRecords())
            .setSamples(a.getSamples() + b.getSamples())
            .setRawBytes(a.getRawBytes() + b.getRawBytes())
            .setSampleBytes(a.getSampleBytes() + b.getSampleBytes())
            .setEncodedBytes(a.getEncodedBytes() + b.getEncodedBytes())
            .setLeaningSavedBytes(a.getLeaningSavedBytes() + b.getLeaningSavedBytes())
            .setBlocks(add(a.getBlocks(), b.getBlocks()))
            .setIdealBits(a.getIdealBits() + b.getIdealBits())
            .setModelledBits(a.getModelledBits() + b.getModelledBits())
            .setStageBits(add(a.getStageBits(), b.getStageBits()))
            .setEncodeMillis(a.getEncodeMillis() + b.getEncodeMillis())
            .setFallbackRecords(a.getFallbackRecords() + b.getFallbackRecords())
            .setVerifyFailures(a.getVerifyFailures() + b.getVerifyFailures())
            .build();
    return withRates(sum);
  }

  /** Rates follow from the sums; they are never averaged. */
  static RateWindow withRates(RateWindow sum) {
    double encoded = sum.getEncodedBytes();
    sum.setRatio(encoded == 0 ? 0 : sum.getRawBytes() / encoded);
    sum.setBitsPerDimension(sum.getSamples() == 0 ? 0 : BITS_PER_BYTE * encoded / sum.getSamples());
    return sum;
  }

  private static BlockCounts add(BlockCounts a, BlockCounts b) {
    return new BlockCounts(
        a.getArdm() + b.getArdm(),
        a.getClassic() + b.getClassic(),
        a.getStored() + b.getStored(),
        a.getConstant() + b.getConstant());
  }

  private static List<Double> add(List<Double> a, List<Double> b) {
    List<Double> sum = new ArrayList<>(a.size() < b.size() ? b : a);
    List<Double> shorter = a.size() < b.size() ? a : b;
    for (int stage = 0; stage < shorter.size(); stage++) {
      sum.set(stage, sum.get(stage) + shorter.get(stage));
    }
    return sum;
  }
}
