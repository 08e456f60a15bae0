/**
 * FLAC (RFC 9639) as planes of samples and side information, and back to the same bytes.
 *
 * <p>A file is taken apart into its samples and foreign bytes, which hold every choice of the
 * encoder that wrote it. The way from samples and choices to the file is exact: residuals,
 * checksums and the digest are computed anew. Choices are predicted from the samples as usual
 * encoders make them, so that they cost little.
 *
 * <p>What is not a sound frame of the stream's shape is kept as it is, between the frames.
 */
package io.ardmstream.media.flac;
