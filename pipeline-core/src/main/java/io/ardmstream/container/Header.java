package io.ardmstream.container;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import java.util.Optional;

/**
 * What an encoded record says about itself before its blocks. The foreign bytes are not copied.
 *
 * @param type format of the original
 * @param fidelity what restoring brings back
 * @param grid shape of the samples and how they are cut into blocks
 * @param model the model of the ARDM blocks; empty when there are none
 * @param rawChecksum CRC-32C of the original file if the fidelity is {@link Fidelity#BYTES}, else
 *     of its samples as {@link io.ardmstream.block.StoredSamples} packs them
 * @param foreign the bytes of the file that are not samples
 * @param group its place in a group; empty if it stands alone
 * @param ranked whether it is a picture whose samples are ranks of values that the foreign bytes
 *     list, see {@link io.ardmstream.media.formats.RankedPictures}; it then stands alone
 */
public record Header(
    FileFormat type,
    Fidelity fidelity,
    BlockGrid grid,
    Optional<ModelTag> model,
    int rawChecksum,
    byte[] foreign,
    Optional<GroupPlace> group,
    boolean ranked) {

  /** A record that stands alone. */
  public Header(
      FileFormat type,
      Fidelity fidelity,
      BlockGrid grid,
      Optional<ModelTag> model,
      int rawChecksum,
      byte[] foreign) {
    this(type, fidelity, grid, model, rawChecksum, foreign, Optional.empty(), false);
  }
}
