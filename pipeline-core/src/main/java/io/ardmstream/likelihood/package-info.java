/**
 * Coding along a schedule with a likelihood model.
 *
 * <p>A block falls into coding units: a picture's tile, a block of audio. Encoding knows all
 * samples and evaluates many steps at once; decoding goes step by step, the units of many records
 * side by side.
 */
package io.ardmstream.likelihood;
