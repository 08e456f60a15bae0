/**
 * Makes TensorFlow ready to use.
 *
 * <p>In: the native TensorFlow jar on the class path, a cache directory. Out: a process in which
 * DJL's engine {@code "TensorFlow"} can be asked for, without any download.
 */
package io.ardmstream.likelihood.tensorflow;
