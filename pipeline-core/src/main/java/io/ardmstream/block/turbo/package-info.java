/**
 * Blocks without a network, at tens of megabytes a second.
 *
 * <p>It takes blocks of pictures of up to 16 bits and of sound of up to 24. Each sample is
 * predicted from those before it by sums whose weights adapt by the signs of what they miss; the
 * error is coded with frequencies that adapt by how large errors nearby were. Encoder and decoder
 * run the same loop, in integers.
 */
package io.ardmstream.block.turbo;
