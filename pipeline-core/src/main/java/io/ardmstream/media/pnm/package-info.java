/** Binary Netpbm files: grey maps and pixel maps. */
package io.ardmstream.media.pnm;
