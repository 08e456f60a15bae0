package io.ardmstream.cli.bench;

import io.ardmstream.cli.files.FileContent;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.Modality;
import io.ardmstream.media.formats.MediaFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file found by {@code ardm bench}: one to measure, or one to skip and why. */
sealed interface BenchFile {
  Path path();

  /**
   * A media file.
   *
   * @param rawBytes bytes of its samples alone
   * @param kept why it is encoded as the bytes it is, if it is
   */
  record Measurable(Path path, Modality kind, long rawBytes, Optional<String> kept)
      implements BenchFile {}

  /** Something else. */
  record Skipped(Path path, String reason) implements BenchFile {}

  static BenchFile look(Path path, MediaOptions options) throws IOException {
    try {
      Media media = MediaFormats.parse(FileContent.of(path), options);
      Optional<String> kept =
          media.type() == FileFormat.OPAQUE ? Optional.of(media.reason()) : Optional.empty();
      return new Measurable(path, media.layout().kind(), media.layout().rawBytes(), kept);
    } catch (ArdmException e) {
      return new Skipped(path, e.what());
    }
  }
}
