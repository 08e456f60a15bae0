package io.ardmstream.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The media that come with the project. */
final class SampleFiles {

  /** Topics, and folders of the samples; frames resemble the ones before them. */
  static final List<String> STREAMS = List.of("images", "frames", "audio");

  private SampleFiles() {}

  /**
   * Reads them all.
   *
   * @param folder has a folder for each of the {@link #STREAMS}
   */
  static List<Sample> in(Path folder) throws IOException {
    PeerSizes peers = PeerSizes.read(folder.resolve("peer-sizes.tsv"));
    List<Sample> samples = new ArrayList<>();
    for (String stream : STREAMS) {
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
