/**
 * Integer networks. They turn rows of integer features into rows of integer distribution
 * parameters.
 *
 * <p>A network is data ({@link io.ardmstream.likelihood.network.NetworkSpec} and its {@link
 * io.ardmstream.likelihood.network.DenseWeights weights}). Every weight and activation is an
 * integer and every partial sum stays below 2^24, so that float kernels of any library compute the
 * same integers in any summation order, batch or thread count. {@link
 * io.ardmstream.likelihood.network.JavaEvaluator} is the oracle: plain Java {@code int} arithmetic.
 */
package io.ardmstream.likelihood.network;
