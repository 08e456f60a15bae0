/**
 * Coding along a schedule: in go units of samples (a picture's tile, a block of audio) and the rows
 * of a likelihood model, out come payloads. Encoding batches steps, decoding batches units.
 */
package io.ardmstream.likelihood.lockstep;
