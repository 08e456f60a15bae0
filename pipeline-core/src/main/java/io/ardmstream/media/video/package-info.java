/**
 * Frames of video that are not compressed: YUV4MPEG2 files, and the planes and mosaics that cameras
 * give.
 *
 * <p>They tell where the samples of a file or frame are; frames stand below one another.
 */
package io.ardmstream.media.video;
