/**
 * TIFF and BigTIFF, and what is written as such: OME-TIFF, uncompressed DNG.
 *
 * <p>They tell where the samples of all pages of a file are, in strips or tiles.
 */
package io.ardmstream.media.tiff;
