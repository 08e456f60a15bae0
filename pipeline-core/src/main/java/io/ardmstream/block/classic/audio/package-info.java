/** Audio, frame by frame, under mixed contexts of an adaptive filter. */
package io.ardmstream.block.classic.audio;
