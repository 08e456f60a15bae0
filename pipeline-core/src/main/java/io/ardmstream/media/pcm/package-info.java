/**
 * Uncompressed sound in the containers that are not plain WAV, and in words that are wider than
 * what is in them.
 *
 * <p>AIFF, AIFF-C, AU, CAF, RF64, BW64, RIFX and W64 say where the samples of a file are. These
 * become planes of integers as narrow as the samples really are; from them and a few numbers the
 * same words come back: padded and shifted integers, floating-point numbers that are integers times
 * a power of two.
 */
package io.ardmstream.media.pcm;
