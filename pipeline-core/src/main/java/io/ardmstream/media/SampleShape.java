package io.ardmstream.media;

import io.ardmstream.api.PublicApi;

/** The shape of planes of samples: of a record, or of a piece of one. */
@PublicApi
public interface SampleShape {

  /** What the samples are. */
  Modality kind();

  /** Pixels a row, frames of audio, or opaque bytes. */
  int width();

  /** Rows; 1 unless an image. */
  int height();

  /** Number of planes. */
  int channels();

  /** Significant bits a sample, 1 to 32. */
  int bitDepth();

  /** Whether samples range over [-2^(bitDepth-1), 2^(bitDepth-1)) instead of [0, 2^bitDepth). */
  boolean signed();

  /** Samples in one plane: width times height. */
  default int planeSize() {
    return width() * height();
  }

  /** Samples in all planes. */
  default long samples() {
    return (long) planeSize() * channels();
  }

  /** The least value of a sample. */
  default int least() {
    return signed() ? -1 << (bitDepth() - 1) : 0;
  }

  /** The greatest value of a sample. */
  default int greatest() {
    return (int) ((1L << (signed() ? bitDepth() - 1 : bitDepth())) - 1);
  }
}
