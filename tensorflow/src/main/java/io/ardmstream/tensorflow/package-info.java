/**
 * Evaluates networks with TensorFlow through DJL, on a processor or a graphics card.
 *
 * <p>Found by {@link java.util.ServiceLoader} as an {@link io.ardmstream.bundle.InferenceEngine}.
 * The shared libraries come in a jar and are unpacked once per user; nothing is ever downloaded.
 */
package io.ardmstream.tensorflow;
