package io.ardmstream.demo;

import io.ardmstream.schema.RateStatistics;

/**
 * What is known so far about one stream.
 *
 * @param records encoded records
 * @param rawBytes bytes of their media
 * @param encodedBytes bytes of their containers
 * @param samples their samples
 * @param savedBytes about how many bytes more it would be if no record leant on those before it
 * @param encodeMillis time the codec took for them
 */
record StreamRates(
    long records,
    long rawBytes,
    long encodedBytes,
    long samples,
    long savedBytes,
    double encodeMillis) {

  static final StreamRates NONE = new StreamRates(0, 0, 0, 0, 0, 0);

  StreamRates plus(RateStatistics one) {
    return plus(
        new StreamRates(
            1,
            one.getRawBytes(),
            one.getEncodedBytes(),
            one.getSamples(),
            one.getLeaningSavedBytes(),
            one.getEncodeMillis()));
  }

  StreamRates plus(StreamRates other) {
    return new StreamRates(
        records + other.records,
        rawBytes + other.rawBytes,
        encodedBytes + other.encodedBytes,
        samples + other.samples,
        savedBytes + other.savedBytes,
        encodeMillis + other.encodeMillis);
  }

  double ratio() {
    return encodedBytes == 0 ? 0 : (double) rawBytes / encodedBytes;
  }

  double bitsPerDimension() {
    return samples == 0 ? 0 : 8.0 * encodedBytes / samples;
  }

  /** Raw kilobytes (1000 bytes) a second of codec time. */
  double kilobytesPerSecond() {
    return encodeMillis == 0 ? 0 : rawBytes / encodeMillis;
  }
}
