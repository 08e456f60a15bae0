package io.ardmstream.ardm;

/**
 * A distribution over the values of a sample, as the mass below each of them: monotone integers.
 *
 * <p>The total may be anything up to 2<sup>46</sup>, and zero; {@link DigitCoding} normalises.
 */
@FunctionalInterface
public interface Cdf {
  /**
   * The mass of the values below {@code value}.
   *
   * @param value 0 to the cardinality, both included; {@code at(0)} is 0
   * @return never less than for a smaller value
   */
  long at(int value);
}
