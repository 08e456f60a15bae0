/**
 * Uncompressed sound in the containers that are not plain WAV, and in words that are wider than
 * what is in them.
 *
 * <p>In: the bytes of an AIFF, AIFF-C, AU, CAF, RF64, BW64, RIFX or W64 file, or where the samples
 * of a file are. Out: planes of integers as narrow as the samples really are, from which and a few
 * numbers the same words come back: padded and shifted integers, floating-point numbers that are
 * integers times a power of two.
 */
package io.ardmstream.media.pcm;
