package io.ardmstream.media.jpeg;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.OpaqueFormat;

/**
 * JPEG files. Their samples are their bytes: how these become coefficients is the business of the
 * coder of such blocks, which rebuilds the file for proof. Here only its markers are looked at; a
 * file in which no image is understood is opaque.
 */
public final class JpegFormat implements MediaFormat {

  @Override
  public FileFormat type() {
    return FileFormat.JPEG;
  }

  @Override
  public boolean recognises(byte[] file) {
    return JpegFile.recognises(file);
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    Media kept = OpaqueFormat.keep(file, reason(file, limits), limits);
    return kept.reason().isEmpty()
        ? new Media(FileFormat.JPEG, kept.layout(), kept.planes(), kept.foreign(), Fidelity.BYTES)
        : kept;
  }

  /** Why a file is not understood, empty if it is. */
  private static String reason(byte[] file, Limits limits) {
    long most = Math.min(limits.maxSamples(), JpegFile.MOST_COEFFICIENTS);
    try {
      JpegFile.requireUnderstood(file, most);
      return "";
    } catch (UnsupportedInputException refused) {
      return refused.what();
    }
  }

  @Override
  public byte[] restore(Media media) {
    return new OpaqueFormat().restore(media);
  }
}
