/**
 * DICOM files (PS3.10) with native pixel data.
 *
 * <p>In: the bytes of a file. Out: where its pixels are, frame by frame.
 */
package io.ardmstream.media.dicom;
