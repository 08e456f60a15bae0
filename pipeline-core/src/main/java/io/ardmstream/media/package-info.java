/**
 * What a media file is to the rest of the program: planes of samples, their layout, and the foreign
 * bytes that are needed besides to write the file again.
 *
 * <p>This is the common ground of the file formats. Each {@link io.ardmstream.media.MediaFormat}
 * has a room of its own below; {@code media.formats} chooses among them.
 */
package io.ardmstream.media;
