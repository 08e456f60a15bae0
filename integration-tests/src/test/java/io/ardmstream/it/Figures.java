package io.ardmstream.it;

import io.ardmstream.schema.RateStatistics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What the page has to say of some records.
 *
 * @param records how many
 * @param samples their samples
 * @param rawBytes of the media
 * @param encodedBytes of the containers
 */
record Figures(long records, long samples, long rawBytes, long encodedBytes) {

  static Figures of(List<RateStatistics> statistics) {
    return new Figures(
        statistics.size(),
        statistics.stream().mapToLong(RateStatistics::getSamples).sum(),
        statistics.stream().mapToLong(RateStatistics::getRawBytes).sum(),
        statistics.stream().mapToLong(RateStatistics::getEncodedBytes).sum());
  }

  String ratio() {
    return fixed((double) rawBytes / encodedBytes);
  }

  String bitsPerDimension() {
    return fixed(8.0 * encodedBytes / samples);
  }

  /** Rounds the very number, as browsers do; formats of Java round its shortest decimals. */
  private static String fixed(double value) {
    return new BigDecimal(value).setScale(3, RoundingMode.HALF_UP).toPlainString();
  }
}
