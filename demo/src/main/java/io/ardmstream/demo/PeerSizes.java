package io.ardmstream.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sizes that well-optimised PNG and FLAC make of the bundled media, measured beforehand because
 * Java brings no encoder that is as good; the file says how.
 *
 * @param byName lines of the file: name, bytes of the media, bytes that its peer makes of them
 */
record PeerSizes(Map<String, List<String>> byName) {

  static PeerSizes read(Path file) throws IOException {
    return new PeerSizes(
        Files.readAllLines(file).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> List.of(line.split("\t")))
            .collect(Collectors.toMap(fields -> fields.get(0), fields -> fields)));
  }

  /** The smallest that others make of a file: as it is shipped, or by the best usual codec. */
  long smallest(String name, long length) {
    List<String> fields = byName.get(name);
    boolean measured = fields != null && Long.parseLong(fields.get(1)) == length;
    return measured ? Math.min(length, Long.parseLong(fields.get(2))) : length;
  }
}
