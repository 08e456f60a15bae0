/** Windows bitmaps without compression. */
package io.ardmstream.media.bmp;
