package io.ardmstream.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
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
    List<Sample> samples = new ArrayList<>();
    for (Path file : files(folder.resolve(IMAGES))) {
      byte[] media = SamplePictures.uncompressed(file);
      samples.add(
          new Sample(IMAGES, name(file), media, OptionalLong.of(SamplePictures.pngBytes(file))));
    }
    FlacSizes flac = FlacSizes.read(folder.resolve("flac-sizes.tsv"));
    for (Path file : files(folder.resolve(AUDIO))) {
      byte[] media = Files.readAllBytes(file);
      samples.add(new Sample(AUDIO, name(file), media, flac.of(name(file), media.length)));
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
