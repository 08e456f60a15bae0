package io.ardmstream.media.raster;

import io.ardmstream.media.Limits;

/** A kind of file that holds pictures, uncompressed or compressed in a plain way. */
public interface RasterKind {

  /** Its usual name. */
  String name();

  /** Whether the first bytes say that this is the kind; the rest may still be damaged. */
  boolean recognises(byte[] file);

  /** Where its samples are. Nothing is unpacked that is beyond the limits. */
  Finding read(byte[] file, Limits limits);
}
