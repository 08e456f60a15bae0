package io.ardmstream.block;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.SampleShape;

/**
 * The shape of one block: that of its record with a smaller width and height.
 *
 * @param kind what the samples are
 * @param width pixels a row, frames of audio, or opaque bytes; at least 1
 * @param height rows; 1 unless an image
 * @param channels number of planes, at least 1
 * @param bitDepth significant bits a sample, 1 to 32
 * @param signed whether samples range over [-2^(bitDepth-1), 2^(bitDepth-1)) instead of [0,
 *     2^bitDepth)
 */
@PublicApi(Stability.EVOLVING)
public record BlockLayout(
    Modality kind, int width, int height, int channels, int bitDepth, boolean signed)
    implements SampleShape {

  /** A piece of {@code width} by {@code height} samples a plane, cut from a record. */
  public static BlockLayout piece(SampleLayout record, int width, int height) {
    return new BlockLayout(
        record.kind(), width, height, record.channels(), record.bitDepth(), record.signed());
  }

  /** Bytes of the block when it is {@link BlockMode#STORED}: all samples at their bit depth. */
  public long storedBytes() {
    return (samples() * bitDepth + 7) / 8;
  }
}
