package io.ardmstream.media.raster;

import java.util.List;
import java.util.Optional;

/**
 * What a container says about its picture.
 *
 * @param obstacle why its samples are not understood; empty if they are
 * @param raster where they are in the plain bytes
 * @param plain the file, with what is compressed in it replaced by what that holds
 * @param pieces what was compressed
 * @param echo what bytes that are no samples may resemble
 */
public record Finding(
    String obstacle, Optional<Raster> raster, byte[] plain, List<Piece> pieces, Echo echo) {

  public static Finding refused(String obstacle) {
    return new Finding(obstacle, Optional.empty(), new byte[0], List.of(), Echo.NONE);
  }

  /** The same with an echo. */
  public Finding withEcho(Echo other) {
    return new Finding(obstacle, raster, plain, pieces, other);
  }

  /** Samples that stand in the file as they are. */
  public static Finding of(byte[] file, Raster raster) {
    return new Finding("", Optional.of(raster), file, List.of(), Echo.NONE);
  }
}
