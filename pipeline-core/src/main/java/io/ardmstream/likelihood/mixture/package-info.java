/**
 * Distributions from integer parameters. The integers that a network emits become cumulative masses
 * of sample values, through fixed integer tables and integer arithmetic alone.
 */
package io.ardmstream.likelihood.mixture;
