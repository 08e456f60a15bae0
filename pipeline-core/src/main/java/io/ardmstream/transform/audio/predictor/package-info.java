/**
 * Predictors of audio samples that adapt: least squares, a cascade of sign-driven filters, and the
 * correction of their bias. {@link io.ardmstream.transform.audio.predictor.ChannelPredictor} is all
 * of them for one channel.
 *
 * <p>They compute in {@code double} with + − × ÷ √ only, in a fixed order.
 */
package io.ardmstream.transform.audio.predictor;
