/**
 * Frames of video that are not compressed: YUV4MPEG2 files, and the planes and mosaics that cameras
 * give.
 *
 * <p>In: the bytes of a file or frame. Out: where its samples are; frames stand below one another.
 */
package io.ardmstream.media.video;
