/**
 * Media files as planes of samples, and back.
 *
 * <p>In: the bytes of a file or record (WAV, raw PCM, PNM, PNG, BMP, raw planes, or anything else
 * as opaque bytes). Out: a {@link io.ardmstream.media.Media} with one plane of integers per channel
 * and the <em>foreign</em> bytes, which are everything in the file that is not a sample: headers,
 * metadata, padding, what follows the samples. From both the file is restored, byte for byte, or in
 * the case of PNG with the same pixels and the same chunks.
 *
 * <p>Foreign bytes are compact: an ordinary header costs one byte.
 *
 * <p>Input is refused with {@link io.ardmstream.failure.UnsupportedInputException}, before any
 * memory is taken that the header claims but {@link io.ardmstream.media.Limits} forbid.
 */
package io.ardmstream.media;
