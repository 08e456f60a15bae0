package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ModelId;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.SampleLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What encoding a record cost.
 *
 * @param media format of the original
 * @param layout shape of the samples of the original
 * @param storedAs format it was kept as: that of the original, or {@link FileFormat#OPAQUE} where
 *     its bytes are smaller than its samples can be made
 * @param fidelity what decoding brings back
 * @param inputBytes length of the original
 * @param encodedBytes length of the container
 * @param leaningSavedBytes about how many more the container would have if the record did not lean
 *     on those before it; 0 where it leans on none
 * @param modes number of blocks coded in each mode; every mode is a key
 * @param model the model of the ARDM blocks; empty when there are none
 * @param device what that model computed on, {@code cpu} or {@code gpu}; empty without a model
 * @param modelledBytes payload bytes of the ARDM blocks
 * @param idealBits what the model's probabilities cost for these blocks, in bits
 * @param stageBits the same by stage, most significant digit first; empty without ARDM blocks
 * @param fallbackReasons why blocks that a model could have coded were not, or why the original was
 *     kept as opaque bytes; each reason once
 * @param encodeNanos the record's share of the time that the call took, by samples
 * @param verification what verify-on-encode found
 */
@PublicApi
public record EncodeStatistics(
    FileFormat media,
    SampleLayout layout,
    FileFormat storedAs,
    Fidelity fidelity,
    long inputBytes,
    long encodedBytes,
    long leaningSavedBytes,
    Map<BlockMode, Integer> modes,
    Optional<ModelId> model,
    String device,
    long modelledBytes,
    double idealBits,
    List<Double> stageBits,
    List<String> fallbackReasons,
    long encodeNanos,
    Verification verification) {

  /** Number of samples of the original. */
  public long samples() {
    return layout.samples();
  }

  /** Bytes of the samples of the original alone. */
  public long rawBytes() {
    return layout.rawBytes();
  }

  /** Bits of the container for each sample; 0 if there are none. */
  public double bitsPerDimension() {
    return samples() == 0 ? 0 : 8.0 * encodedBytes / samples();
  }
}
