package io.ardmstream.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The shared libraries of one platform inside a jar of the class path. */
final class NativeJar implements AutoCloseable {
  private static final int CHUNK = 1 << 20;

  private final ZipFile jar;
  private final String folder;
  private final List<? extends ZipEntry> libraries;

  private NativeJar(ZipFile jar, String folder) {
    this.jar = jar;
    this.folder = folder;
    this.libraries =
        jar.stream()
            .filter(entry -> !entry.isDirectory())
            .filter(entry -> parent(entry).equals(folder))
            .sorted(Comparator.comparing(ZipEntry::getName))
            .toList();
  }

  /** Looks the libraries of {@code platform} up on the class path of {@code loader}. */
  static Optional<NativeJar> find(ClassLoader loader, NativePlatform platform) throws IOException {
    for (String folder : platform.resourceFolders()) {
      URL url = loader.getResource(folder + mainLibrary());
      if (url != null && url.openConnection() instanceof JarURLConnection connection) {
        return Optional.of(open(connection.getJarFileURL(), folder));
      }
    }
    return Optional.empty();
  }

  static NativeJar open(URL jar, String folder) throws IOException {
    return new NativeJar(new ZipFile(Path.of(URI.create(jar.toString())).toFile()), folder);
  }

  /** The library by which DJL recognises a folder with a native TensorFlow. */
  static String mainLibrary() {
    return System.mapLibraryName("jnitensorflow");
  }

  /** A name that is different for different content, for example {@code linux-x86_64-1a2b3c4d}. */
  String identity() {
    CRC32 all = new CRC32();
    for (ZipEntry library : libraries) {
      String line = fileName(library) + ' ' + library.getSize() + ' ' + library.getCrc();
      all.update(line.getBytes(StandardCharsets.UTF_8));
    }
    String platform = Path.of(folder).getFileName().toString();
    return platform + "-" + String.format("%08x", all.getValue());
  }

  long totalBytes() {
    return libraries.stream().mapToLong(ZipEntry::getSize).sum();
  }

  /** Whether {@code directory} holds every library in full length. */
  boolean isUnpackedIn(Path directory) throws IOException {
    for (ZipEntry library : libraries) {
      Path file = directory.resolve(fileName(library));
      if (!Files.isRegularFile(file) || Files.size(file) != library.getSize()) {
        return false;
      }
    }
    return true;
  }

  /** Copies every library to {@code directory}, which must exist and be empty. */
  void unpackTo(Path directory, UnpackProgress progress) throws IOException {
    for (ZipEntry library : libraries) {
      try (InputStream in = jar.getInputStream(library)) {
        copy(in, directory.resolve(fileName(library)), progress);
      }
    }
  }

  private static void copy(InputStream in, Path file, UnpackProgress progress) throws IOException {
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

  @Override
  public void close() throws IOException {
    jar.close();
  }

  private static String parent(ZipEntry entry) {
    return entry.getName().substring(0, entry.getName().lastIndexOf('/') + 1);
  }

  private static String fileName(ZipEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
  }
}
