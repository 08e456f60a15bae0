/**
 * Pictures that stand uncompressed, or compressed in a plain way, in some container: how the
 * samples of any of them become planes, and the same bytes come back.
 *
 * <p>Each container says where its samples are. They become planes of integers; a few {@link
 * io.ardmstream.media.raster.Patch}es tell which bits of the file these are, and all other bits are
 * kept. Whoever restores needs no container.
 */
package io.ardmstream.media.raster;
