package io.ardmstream.media;

import io.ardmstream.failure.UnsupportedInputException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of {@link RawDescriptor}. */
final class DescriptorText {
  /** Words of 32 bits with fewer in them: which ones is found from the samples. */
  private static final String PADDED = "in32";

  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(?<format>[us]8|(?:[us](?:16|24)|s32|f32|f64|s(?:16|20|24)in32)(?:le|be)),(?:"
              + "(?<audio>\\d{1,9})ch(?:,(?<rate>[1-9]\\d{0,8}))?"
              + "|(?:(?<channels>[1-9]\\d{0,2})x)?(?<width>[1-9]\\d{0,8})x(?<height>[1-9]\\d{0,8})"
              + "(?:,(?<order>planar|interleaved))?)");

  private static final Pattern FRAMES =
      Pattern.compile(
          "(?:(?<pixels>i420|yv12|nv12|nv21|i422|nv16|yuyv|yuy2|yvyu|uyvy|i444|p010)"
              + "|(?<mosaic>bggr|gbrg|grbg|rggb)(?:8|(?<bits>1[0246])(?<order>le|be)?)),"
              + "(?<width>[1-9]\\d{0,8})x(?<height>[1-9]\\d{0,8})");

  private DescriptorText() {}

  static RawDescriptor parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher frames = FRAMES.matcher(lower);
    if (frames.matches()) {
      return frames(frames);
    }
    Matcher matcher = GRAMMAR.matcher(lower);
    if (!matcher.matches()) {
      throw refused(text, null);
    }
    try {
      return matcher.group("audio") == null ? image(matcher) : audio(matcher);
    } catch (IllegalArgumentException outOfRange) {
      throw refused(text, outOfRange);
    }
  }

  private static RawDescriptor audio(Matcher matcher) {
    return new RawDescriptor.Audio(
        format(matcher.group("format")), number(matcher, "audio", 1), number(matcher, "rate", 0));
  }

  private static RawDescriptor frames(Matcher matcher) {
    boolean mosaic = matcher.group("mosaic") != null;
    String name =
        mosaic ? matcher.group("mosaic") : matcher.group("pixels").replace("yuy2", "yuyv");
    boolean deep = name.equals("p010");
    int bits = number(matcher, "bits", deep ? 10 : 8);
    boolean bigEndian = bits > 8 && "be".equals(matcher.group("order"));
    return new RawDescriptor.Frames(
        RawDescriptor.Pixels.valueOf(name.toUpperCase(Locale.ROOT)),
        new SampleFormat(bits > 8 ? 16 : 8, false, bigEndian),
        bits,
        number(matcher, "width", 1),
        number(matcher, "height", 1));
  }

  private static RawDescriptor image(Matcher matcher) {
    return new RawDescriptor.Image(
        format(matcher.group("format")),
        number(matcher, "channels", 1),
        number(matcher, "width", 1),
        number(matcher, "height", 1),
        "interleaved".equals(matcher.group("order")));
  }

  private static SampleFormat format(String text) {
    if (text.contains(PADDED)) {
      return new SampleFormat(32, true, text.endsWith("be"));
    }
    int bits = Integer.parseInt(text.replaceAll("\\D", ""));
    if (text.startsWith("f")) {
      return SampleFormat.floating(bits, text.endsWith("be"));
    }
    return new SampleFormat(bits, text.startsWith("s"), text.endsWith("be"));
  }

  private static int number(Matcher matcher, String group, int otherwise) {
    String digits = matcher.group(group);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static UnsupportedInputException refused(String text, Throwable cause) {
    return new UnsupportedInputException(
        "'"
            + text
            + "' does not describe raw samples"
            + (cause == null ? "" : ": " + cause.getMessage()),
        "raw descriptor",
        "Write it like s16le,2ch,44100 for audio or u8,3x640x480 for pixels.",
        cause);
  }
}
