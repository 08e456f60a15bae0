package io.ardmstream.transform.audio;

/**
 * A block of audio, decorrelated.
 *
 * @param residuals {@code [channel][frame]}, the shape of the samples; for samples of d bits
 *     between -2^(d-1) and 2^(d-1) - 1, mostly close to 0
 * @param parameters what the inverse needs besides the residuals
 */
public record Decorrelated(int[][] residuals, AudioParameters parameters) {}
