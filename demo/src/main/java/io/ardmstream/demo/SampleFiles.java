package io.ardmstream.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The media that come with the project. */
final class SampleFiles {

  static final String IMAGES = "images";
  static final String AUDIO = "audio";

  private SampleFiles() {}

  /**
   * Reads them all.
   *
   * @param folder has the folders {@code images} and {@code audio}
   */
  static List<Sample> in(Path folder) throws IOException {
    PeerSizes peers = PeerSizes.read(folder.resolve("peer-sizes.tsv"));
    List<Sample> samples = new ArrayList<>();
    for (String stream : List.of(IMAGES, AUDIO)) {
      for (Path file : files(folder.resolve(stream))) {
        byte[] media = Files.readAllBytes(file);
        samples.add(
            new Sample(stream, name(file), media, peers.smallest(name(file), media.length)));
      }
    }
    return samples;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
