package io.ardmstream.media.raster;

import io.ardmstream.media.Dictionary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What headers of these files are usually made of; a part of the format, which never changes. */
final class RasterDictionary {
  private static final Dictionary DICTIONARY = new Dictionary(read());

  private RasterDictionary() {}

  static Dictionary dictionary() {
    return DICTIONARY;
  }

  private static byte[] read() {
    try (InputStream resource = RasterDictionary.class.getResourceAsStream("dictionary.bin")) {
      return resource.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
