/**
 * The audio models: residuals of the adaptive decorrelation along a lattice over time, each seen
 * from known ones on both sides.
 */
package io.ardmstream.likelihood.audio;
