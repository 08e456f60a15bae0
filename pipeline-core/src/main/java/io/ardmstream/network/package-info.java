/**
 * Networks of integers: rows of integer features to rows of integer parameters of distributions.
 *
 * <p>No partial sum reaches 2^24, so every device and every order of summation gives the same
 * integers. {@link io.ardmstream.network.ReferenceNetwork} is the reference.
 */
package io.ardmstream.network;
