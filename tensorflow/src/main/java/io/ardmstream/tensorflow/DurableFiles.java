package io.ardmstream.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** File operations whose results are complete or absent, even after a crash. */
final class DurableFiles {
  private static final int CHUNK = 1 << 20;

  private DurableFiles() {}

  static void copy(InputStream in, Path file, UnpackProgress progress) throws IOException {
    byte[] chunk = new byte[CHUNK];
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int n = in.readNBytes(chunk, 0, CHUNK); n > 0; n = in.readNBytes(chunk, 0, CHUNK)) {
        ByteBuffer rest = ByteBuffer.wrap(chunk, 0, n);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        progress.advance(n);
      }
      // the rename that publishes the folder must not reach the disk before its content
      out.force(true);
    }
  }

  static void deleteTree(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(directory)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
