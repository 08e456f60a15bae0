package io.ardmstream.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.media.formats.FileExtensions;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.TopicRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
    return hasExtension(name) ? name : name + FileExtensions.of(file);
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
}
