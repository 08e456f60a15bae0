/**
 * The audio likelihood model: in go the residuals of the adaptive decorrelation of one block and a
 * lattice over time, out come coded blocks. Each residual sees known ones on both sides.
 */
package io.ardmstream.likelihood.audio;
