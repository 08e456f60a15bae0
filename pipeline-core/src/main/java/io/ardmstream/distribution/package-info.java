/**
 * Distributions over the values of a sample, from the integers that a network emits.
 *
 * <p>Fixed integer tables and integer arithmetic alone.
 */
package io.ardmstream.distribution;
