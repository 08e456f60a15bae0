package io.ardmstream.transform.audio;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The WAV files of a folder. */
record AudioSet(String name, List<Media> files) {

  static AudioSet of(Path folder) throws IOException {
    List<Media> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".wav")).sorted().toList()) {
        files.add(MediaFormats.parse(Files.readAllBytes(path), MediaOptions.defaults()));
      }
    }
    return new AudioSet(folder.getFileName().toString(), files);
  }

  long samples() {
    return blocks(1 << 16).stream().mapToLong(block -> block.layout().samples()).sum();
  }

  /** The files, cut as the codec does it. */
  List<Block> blocks(int frames) {
    return files.stream().flatMap(media -> cut(media, frames)).toList();
  }

  private static Stream<Block> cut(Media media, int frames) {
    BlockGrid grid = new BlockSizes(256, frames, 1 << 20).grid(media.layout());
    return IntStream.range(0, grid.count()).mapToObj(i -> grid.cut(media.planes(), i));
  }
}
