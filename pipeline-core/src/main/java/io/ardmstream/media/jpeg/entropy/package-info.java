/**
 * The entropy-coded data of JPEG scans (ITU-T T.81, annexes F and G): Huffman codes, and readers
 * and writers of blocks, sequential and progressive.
 *
 * <p>{@link io.ardmstream.media.jpeg.entropy.BlockReader} and {@link
 * io.ardmstream.media.jpeg.entropy.BlockWriter} are what suits a scan. What an encoder was free to
 * choose lies in {@link io.ardmstream.media.jpeg.entropy.Choices}.
 */
package io.ardmstream.media.jpeg.entropy;
