package io.ardmstream.jobs.letters;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.DeadLetter;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the values of letters together that came in parts. */
final class LetterParts {
  private final Map<String, Map<Integer, DeadLetter>> waiting = new HashMap<>();

  /** The whole value of a letter, once its last part is here. */
  Optional<byte[]> add(DeadLetter letter) {
    if (letter.getParts() <= 1) {
      return Optional.of(ByteFields.toArray(letter.getValue()));
    }
    Map<Integer, DeadLetter> parts =
        waiting.computeIfAbsent(letter.getId(), unseen -> new TreeMap<>());
    parts.put(letter.getPart(), letter);
    if (parts.size() < letter.getParts()) {
      return Optional.empty();
    }
    waiting.remove(letter.getId());
    ByteBuffer value = ByteBuffer.allocate(Math.toIntExact(letter.getValueLength()));
    parts.values().forEach(part -> value.put(ByteFields.toArray(part.getValue())));
    return Optional.of(value.array());
  }

  /** Letters of which parts are missing. */
  int incomplete() {
    return waiting.size();
  }
}
