/**
 * PNG files: their chunks, their lines of filtered pixels, and palettes as indices or as colours.
 */
package io.ardmstream.media.png;
