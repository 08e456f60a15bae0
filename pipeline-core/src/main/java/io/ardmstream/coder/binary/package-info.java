/**
 * Arithmetic coding of single bits, each under a probability of its own.
 *
 * <p>A model is written once, against {@link io.ardmstream.coder.binary.BitCoder}: it passes every
 * bit through, and the coder either writes the bit or brings the one that was written.
 */
package io.ardmstream.coder.binary;
