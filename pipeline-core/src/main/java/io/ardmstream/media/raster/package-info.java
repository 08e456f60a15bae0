/**
 * Pictures that stand uncompressed, or compressed in a plain way, in some container: how the
 * samples of any of them become planes, and the same bytes come back.
 *
 * <p>In: the bytes of a file, and where each container says its samples are. Out: planes of
 * integers; which bits of the file they are, as a few {@link io.ardmstream.media.raster.Patch}es;
 * and all other bits. Whoever restores needs no container.
 */
package io.ardmstream.media.raster;
