package io.ardmstream.failure;

/** The beginning of a text that input may have made as long as it likes, for messages. */
public final class Excerpt {
  private Excerpt() {}

  /** The text if it has at most so many characters, else its beginning and how many it has. */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return "%s... (%,d characters)".formatted(text.substring(0, end), text.length());
  }
}
