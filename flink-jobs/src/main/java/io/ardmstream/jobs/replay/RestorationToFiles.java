package io.ardmstream.jobs.replay;

import io.ardmstream.codec.Decoding.Decoded;
import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.TopicRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes the media to files, in one folder per stream, under their original names where records
 * have one and under their identity otherwise.
 *
 * @param files writes them
 */
record RestorationToFiles(RestoredFiles files) implements Restoration {

  @Override
  public boolean takes(TopicRecord record) {
    return true;
  }

  @Override
  public List<TopicRecord> restore(TopicRecord record, EncodedRecord message, Decoded decoded) {
    String origin = Identity.of(record);
    String id = message.getId().isEmpty() ? origin : message.getId();
    String name =
        message.getName() == null ? id + extension(decoded.info().type()) : message.getName();
    try {
      files.write(message.getStream(), name, origin, decoded.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the file of " + origin, e);
    }
    return List.of();
  }

  /** There is no such thing as a missing file to write. */
  @Override
  public List<TopicRecord> tombstone(TopicRecord record) {
    return List.of();
  }

  private static String extension(FileFormat type) {
    return switch (type) {
      case WAV -> ".wav";
      case PNM -> ".pnm";
      case PNG -> ".png";
      case BMP -> ".bmp";
      case RAW_PCM, RAW_IMAGE -> ".raw";
      case OPAQUE -> ".bin";
    };
  }
}
