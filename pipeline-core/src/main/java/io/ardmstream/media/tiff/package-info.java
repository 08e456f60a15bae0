/**
 * TIFF and BigTIFF, and what is written as such: OME-TIFF, uncompressed DNG.
 *
 * <p>In: the bytes of a file. Out: where the samples of all its pages are, in strips or tiles.
 */
package io.ardmstream.media.tiff;
