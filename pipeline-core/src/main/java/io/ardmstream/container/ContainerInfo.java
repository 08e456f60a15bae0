package io.ardmstream.container;

import io.ardmstream.api.PublicApi;
import io.ardmstream.block.BlockMode;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.SampleLayout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a container tells without being decoded.
 *
 * @param version of the format
 * @param type format of the original
 * @param layout shape of the samples
 * @param fidelity what decoding brings back
 * @param model the model needed to decode; empty when none is
 * @param rawBytes bytes of the samples alone, see {@link SampleLayout#rawBytes}
 * @param rawChecksum CRC-32C of the original file if the fidelity is {@link Fidelity#BYTES}, else
 *     of its samples
 * @param foreignBytes what it takes to restore everything but the samples
 * @param encodedBytes length of the container
 * @param columns blocks side by side
 * @param rows blocks one above the other
 * @param blocks where each lies
 * @param whole whether the checksum over the whole container holds
 * @param group its place in a group; empty if it stands alone
 */
@PublicApi
public record ContainerInfo(
    int version,
    FileFormat type,
    SampleLayout layout,
    Fidelity fidelity,
    Optional<ModelTag> model,
    long rawBytes,
    int rawChecksum,
    int foreignBytes,
    long encodedBytes,
    int columns,
    int rows,
    List<BlockEntry> blocks,
    boolean whole,
    Optional<GroupPlace> group) {

  /** What it claims to become, be it true or not: bytes or samples, whichever are more. */
  public long claim() {
    return Math.max(rawBytes, layout.samples());
  }

  /** How many blocks are coded in each mode; every mode is a key. */
  public Map<BlockMode, Integer> modes() {
    Map<BlockMode, Integer> counts = new EnumMap<>(BlockMode.class);
    for (BlockMode mode : BlockMode.values()) {
      counts.put(mode, (int) blocks.stream().filter(block -> block.mode() == mode).count());
    }
    return counts;
  }
}
