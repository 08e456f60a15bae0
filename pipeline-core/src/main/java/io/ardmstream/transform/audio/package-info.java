/**
 * The reversible decorrelation of audio: samples to residuals and back.
 *
 * <p>Predictors adapt in {@code double} arithmetic. They use + − × ÷ √ only, whose results IEEE 754
 * fixes to the last bit, and always in the same order; what they predict is rounded to an integer
 * before it is used.
 */
package io.ardmstream.transform.audio;
