package io.ardmstream.it;

import io.ardmstream.schema.RateStatistics;
import java.util.List;
import java.util.Locale;

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
    return String.format(Locale.ROOT, "%.3f", (double) rawBytes / encodedBytes);
  }

  String bitsPerDimension() {
    return String.format(Locale.ROOT, "%.3f", 8.0 * encodedBytes / samples);
  }
}
