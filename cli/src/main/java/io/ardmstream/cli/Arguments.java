package io.ardmstream.cli;

import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The arguments as they were typed. Java decodes them by the locale and loses what the locale does
 * not know, in names of files above all; Linux still has their bytes.
 */
final class Arguments {

  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private Arguments() {}

  /** The arguments in UTF-8, with bytes that are none as {@link PathText} has them. */
  static String[] of(String[] decoded) {
    boolean plain = Arrays.stream(decoded).flatMapToInt(String::chars).allMatch(c -> c < 0x80);
    if (plain || !Files.isReadable(COMMAND_LINE)) {
      return decoded;
    }
    try {
      return last(Files.readAllBytes(COMMAND_LINE), decoded.length);
    } catch (IOException e) {
      return decoded;
    }
  }

  /** The last texts; each ends with a zero. */
  private static String[] last(byte[] line, int count) {
    String[] arguments = new String[count];
    int end = line.length - 1;
    for (int i = count - 1; i >= 0; i--) {
      int start = end;
      while (start > 0 && line[start - 1] != 0) {
        start--;
      }
      arguments[i] = PathText.of(Arrays.copyOfRange(line, start, end));
      end = start - 1;
    }
    return arguments;
  }
}
