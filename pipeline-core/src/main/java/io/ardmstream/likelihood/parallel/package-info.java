/** Spreads blocks over threads; in go items and the work on a share of them, out come results. */
package io.ardmstream.likelihood.parallel;
