/** A PNG file as its chunks and header. */
package io.ardmstream.media.png.file;
