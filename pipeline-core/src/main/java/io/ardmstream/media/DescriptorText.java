package io.ardmstream.media;

import io.ardmstream.failure.UnsupportedInputException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of {@link RawDescriptor}. */
final class DescriptorText {
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(?<format>[us]8|(?:[us](?:16|24)|s32)(?:le|be)),(?:"
              + "(?<audio>[1-9]\\d{0,8})ch(?:,(?<rate>[1-9]\\d{0,8}))?"
              + "|(?:(?<channels>[1-9]\\d{0,2})x)?(?<width>[1-9]\\d{0,8})x(?<height>[1-9]\\d{0,8})"
              + "(?:,(?<order>planar|interleaved))?)");

  private DescriptorText() {}

  static RawDescriptor parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text.toLowerCase(Locale.ROOT));
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

  private static RawDescriptor image(Matcher matcher) {
    return new RawDescriptor.Image(
        format(matcher.group("format")),
        number(matcher, "channels", 1),
        number(matcher, "width", 1),
        number(matcher, "height", 1),
        "interleaved".equals(matcher.group("order")));
  }

  private static SampleFormat format(String text) {
    int bits = Integer.parseInt(text.replaceAll("\\D", ""));
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
