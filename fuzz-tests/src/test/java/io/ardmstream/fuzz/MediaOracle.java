package io.ardmstream.fuzz;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What holds for every input to the media formats. */
final class MediaOracle {

  /** Far below the memory of the fuzzer's JVM, so that ignoring a limit is found. */
  static final Limits LIMITS = new Limits(1 << 20, 1 << 20);

  private static final MediaOptions OPTIONS = MediaOptions.defaults().withLimits(LIMITS);

  private MediaOracle() {}

  static boolean check(byte[] file) {
    return check(file, OPTIONS);
  }

  /**
   * Input is refused, or taken apart and put together with what it promises.
   *
   * @return whether it was taken apart
   */
  static boolean check(byte[] file, MediaOptions options) {
    Media media;
    try {
      media = MediaFormats.parse(file, options.withLimits(LIMITS));
    } catch (UnsupportedInputException refusal) {
      return false;
    }
    byte[] restored = MediaFormats.restore(media);
    if (media.fidelity() == Fidelity.BYTES) {
      require(Arrays.equals(restored, file), "other bytes came back");
    } else {
      Media again = MediaFormats.parse(restored, options.withLimits(Limits.defaults()));
      require(Arrays.deepEquals(again.planes(), media.planes()), "other samples came back");
    }
    MediaFormats.inColours(media)
        .ifPresent(
            coloured ->
                require(
                    Arrays.equals(MediaFormats.restore(coloured), restored),
                    "another file came back from its colours"));
    return true;
  }

  /** The same bytes with a text at some place, as far as they reach. */
  static byte[] with(byte[] file, int place, String text) {
    byte[] mark = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] marked = file.clone();
    int length = Math.max(0, Math.min(mark.length, file.length - place));
    System.arraycopy(mark, 0, marked, Math.min(place, file.length), length);
    return marked;
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
