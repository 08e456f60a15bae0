/**
 * The choices of FLAC encoders: they are coded here, each against what the samples let one expect
 * of usual encoders: Rice parameters, windows of the autocorrelation, rounding of coefficients.
 */
package io.ardmstream.media.flac.choice;
