/** Input without a format of its own: samples of a declared shape, and opaque bytes. */
package io.ardmstream.media.raw;
