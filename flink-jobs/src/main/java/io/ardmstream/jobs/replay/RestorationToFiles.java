package io.ardmstream.jobs.replay;

import io.ardmstream.codec.Decoding.Decoded;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.TopicRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;

/**
 * Writes the media to files, in one folder per stream, under the names that {@link OriginalName}
 * finds.
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
    String name = OriginalName.of(record, message, decoded.bytes());
    try {
      files.write(message.getStream(), name, origin, decoded.bytes());
    } catch (FileAlreadyExistsException e) {
      throw new UnsupportedInputException(
          "All names that the file could have hold other content",
          "file " + e.getFile(),
          "Replay this letter into an empty directory.",
          e);
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
}
