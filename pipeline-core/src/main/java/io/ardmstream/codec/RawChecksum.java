package io.ardmstream.codec;

import io.ardmstream.block.StoredSamples;
import io.ardmstream.media.Fidelity;
import java.util.zip.CRC32C;

/** What the header's checksum is made of: the file if it comes back, else the samples. */
public final class RawChecksum {
  private RawChecksum() {}

  public static int of(Fidelity fidelity, byte[] file, int[][] planes, int bitDepth) {
    if (fidelity == Fidelity.SAMPLES) {
      return StoredSamples.checksum(planes, bitDepth);
    }
    CRC32C checksum = new CRC32C();
    checksum.update(file);
    return (int) checksum.getValue();
  }
}
