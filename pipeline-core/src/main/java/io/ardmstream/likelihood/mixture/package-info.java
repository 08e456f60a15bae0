/**
 * Distributions from integer parameters: in go the integers a network emits, out come cumulative
 * masses of sample values, through fixed integer tables and integer arithmetic alone.
 */
package io.ardmstream.likelihood.mixture;
