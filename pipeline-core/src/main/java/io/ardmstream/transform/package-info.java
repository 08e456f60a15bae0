/**
 * Reversible transforms between the samples of a block and the numbers that likelihood models code.
 *
 * <p>A transform turns planes of samples {@code [channel][position]} into planes of the same shape
 * that are easier to predict, and back again, bit for bit on every machine. That of images ({@link
 * io.ardmstream.transform.ColourTransform}) computes on integers. That of audio ({@link
 * io.ardmstream.transform.AudioDecorrelator}) predicts in {@code double} and {@code float}, with
 * addition, subtraction, multiplication, division and square root only, which IEEE 754 and Java
 * define to the last bit.
 */
package io.ardmstream.transform;
