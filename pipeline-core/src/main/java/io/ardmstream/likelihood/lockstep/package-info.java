/**
 * Coding along a schedule. A unit of samples (a picture's tile, a block of audio) is coded step by
 * step with the distributions of a likelihood model. Encoding evaluates many steps in one call,
 * since all samples are known; decoding evaluates one step of many units.
 */
package io.ardmstream.likelihood.lockstep;
