package io.ardmstream.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Sizes that FLAC makes of the bundled recordings, measured beforehand because Java brings no FLAC
 * encoder; the file says how.
 *
 * @param byName lines of the file: name, bytes of the recording, bytes of its FLAC file
 */
record FlacSizes(Map<String, List<String>> byName) {

  static FlacSizes read(Path file) throws IOException {
    return new FlacSizes(
        Files.readAllLines(file).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> List.of(line.split("\t")))
            .collect(Collectors.toMap(fields -> fields.get(0), fields -> fields)));
  }

  /** The FLAC size of a recording; empty if the file was measured with other content. */
  OptionalLong of(String name, long length) {
    List<String> fields = byName.get(name);
    if (fields == null || Long.parseLong(fields.get(1)) != length) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(fields.get(2)));
  }
}
