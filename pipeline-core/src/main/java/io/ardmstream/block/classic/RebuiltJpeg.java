package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.block.coefficient.Effort;
import io.ardmstream.block.coefficient.JpegPayload;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Modality;
import io.ardmstream.media.jpeg.JpegFile;
import java.util.Optional;

/** JPEG files as their coefficients and what else it takes to write the same bytes again. */
final class RebuiltJpeg implements ClassicFormat {
  /** Its place among the formats. */
  static final int NUMBER = 4;

  private final Effort effort;

  RebuiltJpeg(Effort effort) {
    this.effort = effort;
  }

  @Override
  public Optional<byte[]> encode(Block block) {
    BlockLayout layout = block.layout();
    if (layout.kind() != Modality.OPAQUE) {
      return Optional.empty();
    }
    byte[] bytes = StoredSamples.pack(block.planes(), layout.bitDepth());
    if (!JpegFile.recognises(bytes)) {
      return Optional.empty();
    }
    try {
      JpegFile file = JpegFile.parse(bytes, mostCoefficients(bytes.length));
      return file.restores(bytes)
          ? Optional.of(JpegPayload.encode(file, effort))
          : Optional.empty();
    } catch (UnsupportedInputException notUnderstood) {
      return Optional.empty();
    }
  }

  @Override
  public Block decode(BlockLayout layout, byte[] coded) {
    int length = Math.toIntExact(layout.storedBytes());
    try {
      JpegFile file = JpegPayload.decode(coded, length, mostCoefficients(length));
      byte[] bytes = file.rebuild(length);
      if (bytes.length == length) {
        return StoredSamples.unpack(layout, bytes);
      }
      throw new IllegalArgumentException("a JPEG of another length");
    } catch (CorruptDataException damage) {
      throw new IllegalArgumentException("damaged JPEG payload", damage);
    }
  }

  private static long mostCoefficients(int bytes) {
    return Math.min(JpegFile.MOST_COEFFICIENTS, JpegFile.MOST_COEFFICIENTS_OF_BYTE * bytes);
  }
}
