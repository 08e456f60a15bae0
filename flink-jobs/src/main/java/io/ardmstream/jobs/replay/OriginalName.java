package io.ardmstream.jobs.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.TopicRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the file of a record is called: as the record says, else as its header {@code name}, its key
 * or its identity says; the first of these that is there and is text. A name without an extension
 * has that of what the file begins with.
 */
final class OriginalName {
  private static final String HEADER = "name";
  private static final int LONGEST_EXTENSION = 5;

  /** What files begin with. A dot stands for any byte. */
  private static final List<Map.Entry<String, String>> MARKS =
      List.of(
          Map.entry("\u0089PNG", ".png"),
          Map.entry("\u00ff\u00d8\u00ff", ".jpg"),
          Map.entry("RIFF....WAVE", ".wav"),
          Map.entry("RF64....WAVE", ".wav"),
          Map.entry("RIFF....WEBP", ".webp"),
          Map.entry("fLaC", ".flac"),
          Map.entry("FORM....AIF", ".aiff"),
          Map.entry("caff", ".caf"),
          Map.entry(".snd", ".au"),
          Map.entry("BM", ".bmp"),
          Map.entry("P5", ".pgm"),
          Map.entry("P6", ".ppm"),
          Map.entry("P7", ".pam"),
          Map.entry("II*\0", ".tif"),
          Map.entry("MM\0*", ".tif"),
          Map.entry("GIF8", ".gif"),
          Map.entry("OggS", ".ogg"));

  private OriginalName() {}

  /**
   * The name; it may be anything, as the record may.
   *
   * @param record the Kafka record
   * @param message the encoded record in it
   * @param file its media
   */
  static String of(TopicRecord record, EncodedRecord message, byte[] file) {
    String name =
        Stream.of(
                Optional.ofNullable(message.getName()),
                header(record),
                text(record.getKey()),
                Optional.of(message.getId()))
            .flatMap(Optional::stream)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElseGet(() -> Identity.of(record));
    return hasExtension(name) ? name : name + extension(file);
  }

  private static Optional<String> header(TopicRecord record) {
    return record.getHeaders().stream()
        .filter(header -> header.getKey().equals(HEADER))
        .map(Header::getValue)
        .findFirst()
        .flatMap(OriginalName::text);
  }

  /** Keys may be numbers or whole records: only what is text without control characters counts. */
  private static Optional<String> text(ByteBuffer bytes) {
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      String text = UTF_8.newDecoder().decode(bytes.duplicate()).toString();
      return Optional.of(text).filter(t -> t.chars().noneMatch(Character::isISOControl));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean hasExtension(String name) {
    int dot = name.lastIndexOf('.');
    String end = name.substring(dot + 1);
    return dot > 0
        && end.length() <= LONGEST_EXTENSION
        && end.chars().anyMatch(Character::isLetter)
        && end.chars().allMatch(Character::isLetterOrDigit);
  }

  private static String extension(byte[] file) {
    return MARKS.stream()
        .filter(mark -> begins(file, mark.getKey().getBytes(ISO_8859_1)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(".bin");
  }

  private static boolean begins(byte[] file, byte[] mark) {
    if (file.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (mark[i] != file[i] && (mark[i] != '.' || i == 0)) {
        return false;
      }
    }
    return true;
  }
}
