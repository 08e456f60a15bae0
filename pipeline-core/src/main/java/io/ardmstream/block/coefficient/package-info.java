/**
 * Quantised DCT coefficients as few bits, for JPEG files taken apart by {@link
 * io.ardmstream.media.jpeg}.
 *
 * <p>A file's planes and what is left of it become a payload, and come back. Blocks are passed in
 * rows; within a block first how many coefficients are other than zero, then these from the highest
 * frequency down, DC last. Each binary decision is predicted from many contexts, which are mixed
 * and learn while coding; what they know at first was learnt from photographs once and belongs to
 * the format. All arithmetic is of integers.
 */
package io.ardmstream.block.coefficient;
