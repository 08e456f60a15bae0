/**
 * Quantised DCT coefficients as few bits, for JPEG files taken apart by {@link
 * io.ardmstream.media.jpeg}.
 *
 * <p>A file's planes and what is left of it become a payload, and come back. Blocks are passed in
 * rows; within a block first how many coefficients are other than zero, then these from the highest
 * frequency down, DC last. Each binary decision is predicted from many contexts, which are mixed
 * and learn while coding; what they know at first was learnt from photographs once and belongs to
 * the format. All arithmetic is of integers.
 *
 * <p>Files that follow each other, frames of a camera, lean on those before them: on what their
 * coefficients were, moved to where it is now.
 */
package io.ardmstream.block.coefficient;
