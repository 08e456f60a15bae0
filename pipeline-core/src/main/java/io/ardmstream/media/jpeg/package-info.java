/**
 * JPEG files (ITU-T T.81) as planes of quantised DCT coefficients, and back, byte for byte.
 *
 * <p>A {@link io.ardmstream.media.jpeg.JpegFile} holds the coefficients of every image of a file,
 * and side information, which is everything else: markers, tables, metadata, what encoders are free
 * to choose, and whatever is no valid JPEG.
 *
 * <p>Huffman coding is repeated exactly. Where a file differs from what this package would write,
 * only the difference is kept. docs/FORMAT-JPEG.md describes it all.
 */
package io.ardmstream.media.jpeg;
