package io.ardmstream.media.png;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.png.file.PngCuts;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A {@link PngStream} as nearly all small files have it, in a few bytes: by zlib with its usual
 * memory, a filter for all lines or the usual ones, one IDAT chunk, nothing wrong. Thumbnails are
 * so small that each byte is a thousandth.
 */
final class BriefStream {
  private static final int RULE_SHIFT = 2;
  private static final int RULES = 8;
  private static final int SETTINGS_SHIFT = 5;

  /** The level that the zlib header names, with the default strategy, or the one for filters. */
  private static final int NAMED = 0;

  private static final int NAMED_FILTERED = 1;
  private static final int TOLD = 2;

  private static final int[] LEVELS = {1, 5, 6, 9};
  private static final int FILTERED = 32;

  /** Memory 8 and window 15, as the second byte of corrections has them. */
  private static final byte USUAL_MEMORY = (byte) 0xF8;

  private static final int SETTINGS_BYTES = 2;

  private BriefStream() {}

  /** The level that a zlib header names, where it stands for several the most usual. */
  static int level(int head) {
    return LEVELS[head >> 6 & LEVELS.length - 1];
  }

  /** Empty if the stream is not of this kind. */
  static Optional<byte[]> pack(PngStream stream) {
    int head = PngStream.USUAL_HEADS.indexOf(stream.head());
    byte[] corrections = stream.corrections();
    boolean usual =
        head >= 0
            && stream.cuts().isWhole()
            && stream.checksums().isEmpty()
            && stream.tail().isEmpty()
            && stream.surplus().length == 0
            && stream.rule().isPresent()
            && corrections[1] == USUAL_MEMORY;
    if (!usual) {
      return Optional.empty();
    }
    int level = LEVELS[head];
    int settings =
        corrections[0] == level
            ? NAMED
            : corrections[0] == (FILTERED | level) ? NAMED_FILTERED : TOLD;
    ByteSink sink =
        new ByteSink()
            .u8(settings << SETTINGS_SHIFT | stream.rule().getAsInt() << RULE_SHIFT | head);
    if (settings == TOLD) {
      sink.u8(corrections[0]);
    }
    byte[] bits = Arrays.copyOfRange(corrections, SETTINGS_BYTES, corrections.length);
    return Optional.of(sink.bytes(bits).toBytes());
  }

  static PngStream unpack(ForeignSource source) {
    int first = source.u8();
    int head = first & LEVELS.length - 1;
    int rule = first >> RULE_SHIFT & RULES - 1;
    int settings = first >> SETTINGS_SHIFT;
    source.require(rule <= PngLines.USUAL && settings <= TOLD, "are of a newer format");
    int told = settings == TOLD ? source.u8() : LEVELS[head] | (settings == NAMED ? 0 : FILTERED);
    return new PngStream(
        PngStream.USUAL_HEADS.get(head),
        PngCuts.WHOLE,
        Map.of(),
        Optional.empty(),
        new byte[0],
        OptionalInt.of(rule),
        new byte[0],
        new ByteSink().u8(told).u8(USUAL_MEMORY).bytes(source.rest()).toBytes());
  }
}
