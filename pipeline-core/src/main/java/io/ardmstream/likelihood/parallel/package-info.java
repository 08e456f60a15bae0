/** Spreads items over threads: each thread works on a share of them, results keep their order. */
package io.ardmstream.likelihood.parallel;
