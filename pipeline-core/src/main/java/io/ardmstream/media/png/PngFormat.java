package io.ardmstream.media.png;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.OpaqueFormat;
import io.ardmstream.media.png.file.PngChunk;
import io.ardmstream.media.png.file.PngFile;
import io.ardmstream.media.png.file.PngHeader;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PNG of every colour type and depth, interlaced or not. The pixels come back exactly, and so do
 * all other chunks in their places; only the compressed stream is made anew.
 *
 * <p>The reader and writer are our own because no reader at hand gives what is needed here: the
 * samples as stored (palette indexes, 1, 2, 4 and 16 bits, no gamma applied), every chunk, and
 * memory that is known before it is taken. They are small, since {@link java.util.zip} does the
 * compression.
 *
 * <p>Foreign bytes are those of {@link PngForeign}, or of {@link PngColours} where the samples are
 * the colours of a palette.
 */
public final class PngFormat implements MediaFormat {
  /** Chunks that point into the compressed stream, which is made anew. */
  private static final String STREAM_OFFSETS = "iDOT";

  @Override
  public FileFormat type() {
    return FileFormat.PNG;
  }

  @Override
  public boolean recognises(byte[] file) {
    return Ascii.at(file, 0, PngFile.SIGNATURE);
  }

  @Override
  public MediaFormat exact() {
    return new PngExactFormat();
  }

  @Override
  public long claimedSamples(byte[] file) {
    return PngHeader.claimedSamples(file);
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    PngFile parts = PngFile.read(file);
    Optional<String> obstacle = obstacle(parts, file.length, limits);
    if (obstacle.isPresent()) {
      return OpaqueFormat.keep(file, obstacle.get(), limits);
    }
    int[][] planes = PngInflation.planes(parts);
    byte[] foreign = PngForeign.of(parts).pack();
    return PngWords.narrowed(
        new Media(FileFormat.PNG, parts.header().layout(), planes, foreign, Fidelity.SAMPLES));
  }

  /**
   * Why a file is kept as it is.
   *
   * @throws io.ardmstream.failure.UnsupportedInputException when it is beyond the limits
   */
  static Optional<String> obstacle(PngFile parts, int bytes, Limits limits) {
    Optional<String> chunk = obstacle(parts);
    if (chunk.isPresent()) {
      return chunk.map(what -> "PNG with " + what);
    }
    PngHeader header = parts.header();
    limits.checkShape(header.width(), header.height(), header.channels(), "byte 16");
    long samples = header.layout().samples();
    return limits.allows(samples, bytes)
        ? Optional.empty()
        : Optional.of(
            "PNG with %d samples in %d bytes, more than %d for each byte"
                .formatted(samples, bytes, limits.samplesPerFileByte()));
  }

  /**
   * Chunks that may change the meaning of pixels, or lose theirs when the pixels are packed anew.
   */
  private static Optional<String> obstacle(PngFile parts) {
    return Stream.concat(parts.before().stream(), parts.after().stream())
        .map(PngChunk::type)
        .filter(type -> type.equals(STREAM_OFFSETS) || isCritical(type) && !type.equals("PLTE"))
        .map(type -> "the chunk " + type)
        .findFirst();
  }

  private static boolean isCritical(String type) {
    return Character.isUpperCase(type.charAt(0));
  }

  @Override
  public byte[] restore(Media media) {
    return picture(media).file();
  }

  @Override
  public byte[] restoreDamaged(Media media) {
    PngPicture picture = picture(media);
    return new PngPicture(picture.layout(), picture.planes(), picture.foreign().withoutStream())
        .file();
  }

  private static PngPicture picture(Media media) {
    if (PngWords.are(media)) {
      return PngPicture.of(PngWords.widened(media));
    }
    return PngColours.are(media) ? PngColours.toIndices(media) : PngPicture.of(media);
  }
}
