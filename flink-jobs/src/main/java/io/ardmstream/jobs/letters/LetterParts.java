package io.ardmstream.jobs.letters;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.DeadLetter;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the values of letters together that came in parts. */
final class LetterParts {
  private final Map<Letter, Map<Integer, DeadLetter>> waiting = new HashMap<>();
  private int damaged;

  /** A record may become a letter again, in other parts. */
  private record Letter(String id, int parts, long length) {}

  /** The whole value of a letter, once its last part is here. */
  Optional<byte[]> add(DeadLetter letter) {
    if (letter.getParts() <= 1) {
      return Optional.of(ByteFields.toArray(letter.getValue()));
    }
    Letter whole = new Letter(letter.getId(), letter.getParts(), letter.getValueLength());
    Map<Integer, DeadLetter> parts = waiting.computeIfAbsent(whole, unseen -> new TreeMap<>());
    parts.put(letter.getPart(), letter);
    if (parts.size() < whole.parts) {
      return Optional.empty();
    }
    waiting.remove(whole);
    return value(parts.values(), whole.length);
  }

  private Optional<byte[]> value(Collection<DeadLetter> parts, long length) {
    if (parts.stream().mapToLong(part -> part.getValue().remaining()).sum() != length) {
      damaged++;
      return Optional.empty();
    }
    ByteBuffer value = ByteBuffer.allocate(Math.toIntExact(length));
    parts.forEach(part -> value.put(ByteFields.toArray(part.getValue())));
    return Optional.of(value.array());
  }

  /** Letters that others of their parts may still complete. */
  int waiting() {
    return waiting.size();
  }

  /** Letters of which parts are missing, or of which the parts do not make up the value. */
  int incomplete() {
    return waiting.size() + damaged;
  }
}
