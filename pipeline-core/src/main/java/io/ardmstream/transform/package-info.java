/**
 * Reversible integer transforms between the samples of a block and the numbers the likelihood
 * models code.
 *
 * <p>In: planes of samples {@code [channel][position]}. Out: planes of the same shape that are
 * easier to predict, and back again, bit for bit on every machine. Images: {@link
 * io.ardmstream.transform.ColourTransform}.
 */
package io.ardmstream.transform;
