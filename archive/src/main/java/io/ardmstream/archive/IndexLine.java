package io.ardmstream.archive;

import java.io.IOException;

/**
 * One line of an index: name, length, modification time, SHA-256, part and position, with tabs
 * between. In names, {@code \t}, {@code \n}, {@code \r} and {@code \\} stand for the characters
 * that would break a line.
 */
final class IndexLine {

  private static final int FIELDS = 6;

  private IndexLine() {}

  static String format(ArchiveEntry entry) {
    return String.join(
        "\t",
        escape(entry.name()),
        Long.toString(entry.length()),
        Long.toString(entry.modified()),
        entry.sha256(),
        entry.part(),
        Long.toString(entry.position()));
  }

  static ArchiveEntry parse(String line) throws IOException {
    String[] fields = line.split("\t", -1);
    try {
      if (fields.length == FIELDS && PartName.isValid(fields[4])) {
        return new ArchiveEntry(
            unescape(fields[0]),
            Long.parseUnsignedLong(fields[1]),
            Long.parseLong(fields[2]),
            fields[3],
            fields[4],
            Long.parseUnsignedLong(fields[5]));
      }
    } catch (NumberFormatException e) {
      throw damaged(line, e);
    }
    throw damaged(line, null);
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

  private static IOException damaged(String line, Exception cause) {
    return new IOException(
        "the index has a damaged line, '"
            + line
            + "': delete the folder 'index' of the archive; the next backfill rebuilds it",
        cause);
  }
}
