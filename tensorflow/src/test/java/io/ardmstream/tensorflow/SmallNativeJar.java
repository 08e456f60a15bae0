package io.ardmstream.tensorflow;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar laid out like the native TensorFlow jar of this platform, a few MiB instead of 600. */
record SmallNativeJar(Path jar, Map<String, String> digests) {

  static SmallNativeJar create(Path jar, long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, byte[]> files = new TreeMap<>();
    files.put(NativeJar.mainLibrary(), bytes(random, 300_000));
    files.put("libtensorflow_cc.so.2", bytes(random, 5_000_000));
    files.put("LICENSE", bytes(random, 1_000));
    String folder = "org/tensorflow/internal/c_api/" + NativePlatform.current().name() + "/";
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "org/tensorflow/internal/c_api/elsewhere/" + NativeJar.mainLibrary(), new byte[9]);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, folder + file.getKey(), file.getValue());
      }
    }
    Map<String, String> digests = new TreeMap<>();
    files.forEach((name, content) -> digests.put(name, digest(content)));
    return new SmallNativeJar(jar, digests);
  }

  URLClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }

  /** What lies in {@code directory}: file names and digests. */
  static Map<String, String> digestsOf(Path directory) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> list = Files.list(directory)) {
      for (Path file : list.toList()) {
        digests.put(file.getFileName().toString(), digest(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] bytes(Random random, int length) {
    byte[] content = new byte[length];
    random.nextBytes(content);
    return content;
  }
}
