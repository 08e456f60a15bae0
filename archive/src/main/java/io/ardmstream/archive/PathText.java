package io.ardmstream.archive;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.StringJoiner;

/**
 * Names of files as text, the same in every locale. On POSIX systems a name is bytes, and Java
 * reads and writes them by the locale: under {@code LC_ALL=C} it loses every letter that ASCII
 * lacks. Here a name is UTF-8 whatever the locale says. A byte that is no UTF-8 becomes one of the
 * private characters U+EF80 to U+EFFF (the escape of MirBSD's OPTU-8), and these characters in a
 * name become three such bytes, so that every name comes back byte for byte.
 */
public final class PathText {

  private static final char FIRST_ESCAPE = '\uEF80';
  private static final char LAST_ESCAPE = '\uEFFF';
  private static final int ESCAPE_BASE = 0xEF00;
  private static final boolean POSIX = File.separatorChar == '/';
  private static final Path ROOT = Path.of("/");
  private static final int HEX = 16;

  private PathText() {}

  /** The text of a path, with {@code /} between folders. */
  public static String of(Path path) {
    String plain = path.toString();
    if (isAscii(plain) || !isByteString(path)) {
      return plain.replace(File.separatorChar, '/');
    }
    StringJoiner text = new StringJoiner("/", path.isAbsolute() ? "/" : "", "");
    for (Path name : path) {
      text.add(of(nameBytes(name)));
    }
    return text.toString();
  }

  /**
   * The path of a text.
   *
   * @throws InvalidPathException if no file can have this name
   */
  public static Path path(String text) {
    return resolve(Path.of(""), text);
  }

  /**
   * A path below a folder, or the path itself if it is absolute.
   *
   * @throws InvalidPathException if no file can have this name
   */
  public static Path resolve(Path folder, String text) {
    if (isAscii(text) || !isByteString(folder)) {
      return folder.resolve(text);
    }
    Path path = absolute(text.startsWith("/") ? text : "/" + text);
    return text.startsWith("/") ? path : folder.resolve(path.subpath(0, path.getNameCount()));
  }

  /** The text of a name that is bytes. */
  public static String of(byte[] name) {
    CharBuffer text = CharBuffer.allocate(name.length);
    int plain = 0;
    for (int i = 0; i + 1 < name.length; i++) {
      if (beginsEscape(name[i], name[i + 1])) {
        decode(name, plain, i, text);
        text.put(escape(name[i]));
        plain = i + 1;
      }
    }
    decode(name, plain, name.length, text);
    return text.flip().toString();
  }

  /** The bytes of a name that is text; undoes {@link #of(byte[])}. */
  public static byte[] bytes(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int plain = 0;
    for (int i = 0; i < name.length(); i++) {
      if (isEscape(name.charAt(i))) {
        bytes.writeBytes(name.substring(plain, i).getBytes(StandardCharsets.UTF_8));
        bytes.write(name.charAt(i) - ESCAPE_BASE);
        plain = i + 1;
      }
    }
    bytes.writeBytes(name.substring(plain).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static void decode(byte[] name, int from, int to, CharBuffer text) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(name, from, to - from);
    CoderResult result = decoder.decode(bytes, text, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        text.put(escape(bytes.get()));
      }
      result = decoder.reset().decode(bytes, text, true);
    }
  }

  private static char escape(byte b) {
    return (char) (ESCAPE_BASE + (b & 0xFF));
  }

  private static boolean isEscape(char c) {
    return c >= FIRST_ESCAPE && c <= LAST_ESCAPE;
  }

  /** Whether UTF-8 of one of the escapes begins so. */
  private static boolean beginsEscape(byte first, byte second) {
    return first == (byte) 0xEE && (second & 0xFE) == 0xBE;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static boolean isByteString(Path path) {
    return POSIX && path.getFileSystem() == FileSystems.getDefault();
  }

  private static byte[] nameBytes(Path name) {
    // a URI is the one view of a path that shows its bytes
    String uri = ROOT.resolve(name).toUri().getRawPath();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i < uri.length() && uri.charAt(i) != '/'; i++) {
      boolean quoted = uri.charAt(i) == '%';
      bytes.write(quoted ? Integer.parseInt(uri, i + 1, i + 3, HEX) : uri.charAt(i));
      i += quoted ? 2 : 0;
    }
    return bytes.toByteArray();
  }

  private static Path absolute(String text) {
    StringBuilder uri = new StringBuilder("file://");
    for (String name : text.substring(1).split("/+")) {
      uri.append('/');
      for (byte b : bytes(name)) {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    try {
      return Path.of(URI.create(uri.toString()));
    } catch (IllegalArgumentException e) {
      throw new InvalidPathException(text, e.getMessage());
    }
  }
}
