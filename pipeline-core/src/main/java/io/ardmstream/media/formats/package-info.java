/** The door to the file formats: any record to {@link io.ardmstream.media.Media} and back. */
package io.ardmstream.media.formats;
