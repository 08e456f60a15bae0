package io.ardmstream.block;

import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;

/**
 * The shape of one block: that of its record with a smaller width and height.
 *
 * @param kind what the samples are
 * @param width pixels a row, instants of audio, or opaque bytes; at least 1
 * @param height rows; 1 unless an image
 * @param channels number of planes, at least 1
 * @param bitDepth significant bits a sample, 1 to 32
 * @param signed whether samples range over [-2^(bitDepth-1), 2^(bitDepth-1)) instead of [0,
 *     2^bitDepth)
 */
public record BlockLayout(
    Modality kind, int width, int height, int channels, int bitDepth, boolean signed) {

  /** A piece of {@code width} by {@code height} samples a plane, cut from a record. */
  public static BlockLayout piece(SampleLayout record, int width, int height) {
    return new BlockLayout(
        record.kind(), width, height, record.channels(), record.bitDepth(), record.signed());
  }

  /** Samples in one plane: width times height. */
  public int planeSize() {
    return width * height;
  }

  /** Samples in all planes. */
  public long samples() {
    return (long) planeSize() * channels;
  }

  /** Bytes of the block when it is {@link BlockMode#STORED}: all samples at their bit depth. */
  public long storedBytes() {
    return (samples() * bitDepth + 7) / 8;
  }

  /** The least value of a sample. */
  public int least() {
    return signed ? -1 << (bitDepth - 1) : 0;
  }

  /** The greatest value of a sample. */
  public int greatest() {
    return (int) ((1L << (signed ? bitDepth - 1 : bitDepth)) - 1);
  }
}
