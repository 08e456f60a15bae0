package io.ardmstream.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * One line of an index: name, length, modification time, SHA-256, part, position and, in version 3,
 * where the group begins, with tabs between. In names, {@code \t}, {@code \n}, {@code \r} and
 * {@code \\} stand for the characters that would break a line. From version 2 on, a line ends with
 * its own checksum, CRC-32C in eight hexadecimal digits, between a tab and the end.
 */
final class IndexLine {

  /** The first line of a file of version 3; version 1 begins with an entry. */
  static final String HEAD = "ardm-archive-index\t3";

  private static final String HEAD_2 = "ardm-archive-index\t2";

  /** The beginning of the last line, before the number of entries and the checksum of all. */
  static final String END = "end\t";

  private static final int FIELDS = 7;
  private static final int FIELDS_2 = 6;
  private static final int END_FIELDS = 3;

  private IndexLine() {}

  static String format(ArchiveEntry entry) {
    return String.join(
        "\t",
        escape(entry.name()),
        Long.toString(entry.length()),
        Long.toString(entry.modified()),
        entry.sha256(),
        entry.part(),
        Long.toString(entry.position()),
        Long.toString(entry.begin()));
  }

  /** An entry without a checksum, as in version 1. Before version 3 there were no groups. */
  static ArchiveEntry parse(byte[] line) throws DamagedIndexException {
    String text = new String(line, UTF_8);
    String[] fields = text.split("\t", -1);
    try {
      if ((fields.length == FIELDS || fields.length == FIELDS_2) && PartName.isValid(fields[4])) {
        return new ArchiveEntry(
            unescape(fields[0]),
            Long.parseUnsignedLong(fields[1]),
            Long.parseLong(fields[2]),
            fields[3],
            fields[4],
            Long.parseUnsignedLong(fields[5]),
            Long.parseUnsignedLong(fields[fields.length - 1]));
      }
    } catch (NumberFormatException e) {
      throw damaged(text);
    }
    throw damaged(text);
  }

  /** An entry of version 2 or 3. */
  static ArchiveEntry checked(byte[] line) throws DamagedIndexException {
    int checksum = lastField(line);
    String claimed = new String(line, checksum, line.length - checksum, UTF_8);
    if (checksum == 0 || !claimed.equals(checksum(line, checksum - 1))) {
      throw damaged(new String(line, UTF_8));
    }
    return parse(Arrays.copyOf(line, checksum - 1));
  }

  /** Whether this is the first line of a file of version 2 or 3. */
  static boolean isHead(byte[] line) {
    return isCurrentHead(line) || line != null && Arrays.equals(line, HEAD_2.getBytes(UTF_8));
  }

  /** Whether this is the first line of a file of version 3. */
  static boolean isCurrentHead(byte[] line) {
    return line != null && Arrays.equals(line, HEAD.getBytes(UTF_8));
  }

  /** Whether this is the end of a file of version 2 or 3; entries have more fields. */
  static boolean isEnd(byte[] line) {
    String text = new String(line, UTF_8);
    return text.startsWith(END) && text.split("\t", -1).length == END_FIELDS;
  }

  /** CRC-32C of the first bytes of a line. */
  static String checksum(byte[] line, int length) {
    CRC32C crc = new CRC32C();
    crc.update(line, 0, length);
    return hex(crc);
  }

  static String hex(CRC32C crc) {
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** Where the last field of a line begins. */
  static int lastField(byte[] line) {
    int start = line.length;
    while (start > 0 && line[start - 1] != '\t') {
      start--;
    }
    return start;
  }

  static String escape(String name) {
    return name.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescape(String text) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        name.append(c);
      } else {
        char code = text.charAt(++i);
        name.append(
            switch (code) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> code;
            });
      }
    }
    return name.toString();
  }

  private static DamagedIndexException damaged(String line) {
    return new DamagedIndexException("in the line '" + line + "'");
  }
}
