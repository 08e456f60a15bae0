package io.ardmstream.media.raster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What headers of these files are usually made of; a part of the format, which never changes. */
final class RasterDictionary {
  private static final byte[] BYTES = read();

  private RasterDictionary() {}

  static byte[] bytes() {
    return BYTES.clone();
  }

  private static byte[] read() {
    try (InputStream resource = RasterDictionary.class.getResourceAsStream("dictionary.bin")) {
      return resource.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
