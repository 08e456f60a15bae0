/**
 * DICOM files (PS3.10) with native pixel data.
 *
 * <p>They tell where the pixels of a file are, frame by frame.
 */
package io.ardmstream.media.dicom;
