/**
 * JMH benchmarks of the hot paths.
 *
 * <p>In: nothing; inputs are generated from fixed seeds. Out: symbols, digits or plans per second
 * of one core.
 */
package io.ardmstream.benchmarks;
