package io.ardmstream.media.png;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.OpaqueFormat;
import io.ardmstream.media.png.file.PngFile;
import io.ardmstream.media.png.file.PngHeader;
import java.util.Optional;

/**
 * PNG for those who want every byte back: beside the samples and the chunks there is what it takes
 * to compress the pixels in the same way again ({@link PngStream}). A file for which that cannot be
 * told is kept as it is.
 */
final class PngExactFormat implements MediaFormat {
  private final PngFormat format = new PngFormat();

  @Override
  public FileFormat type() {
    return FileFormat.PNG;
  }

  @Override
  public boolean recognises(byte[] file) {
    return format.recognises(file);
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    try {
      return apart(file, limits);
    } catch (UnsupportedInputException refused) {
      // without its remedy, which is to keep the file
      String reason = "%s (%s)".formatted(refused.what(), refused.where());
      return OpaqueFormat.keep(file, reason, limits);
    }
  }

  private static Media apart(byte[] file, Limits limits) {
    PngMarks marks = new PngMarks();
    PngFile parts = PngFile.read(file, marks);
    Optional<String> obstacle = PngFormat.obstacle(parts, file.length, limits);
    if (obstacle.isPresent()) {
      return OpaqueFormat.keep(file, obstacle.get(), limits);
    }
    PngHeader header = parts.header();
    PngInflation.checkClaim(parts);
    int[][] planes = new int[header.channels()][header.width() * header.height()];
    PngStream stream = PngStream.read(parts, marks, planes);
    byte[] foreign = PngForeign.of(parts, PackedStream.of(stream, header)).pack();
    return PngWords.narrowed(
        new Media(FileFormat.PNG, header.layout(), planes, foreign, Fidelity.BYTES));
  }

  @Override
  public byte[] restore(Media media) {
    return format.restore(media);
  }
}
