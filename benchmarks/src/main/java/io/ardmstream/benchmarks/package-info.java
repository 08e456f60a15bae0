/**
 * JMH benchmarks of the hot paths.
 *
 * <p>Inputs are generated from fixed seeds. Most measure symbols, digits or plans per second of one
 * core, one whole records.
 */
package io.ardmstream.benchmarks;
