package io.ardmstream.media.jpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Small JPEG files of one picture by several encoders, and what becomes of them in the world. */
public final class Jpegs {
  /** Files that are understood. */
  public static final List<String> UNDERSTOOD =
      List.of(
          "baseline-420",
          "optimised-422",
          "restarts-444",
          "restarts-440",
          "progressive-420",
          "progressive-restarts",
          "many-scans",
          "separate-scans",
          "grey-2x2",
          "low-411",
          "high-444",
          "cmyk",
          "imagemagick",
          "thumbnail");

  private Jpegs() {}

  /** A file by its name. */
  public static byte[] file(String name) {
    try (InputStream in = Jpegs.class.getResourceAsStream(name + ".jpg")) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Some bytes after some others. */
  public static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** Where a marker is for the n-th time, counted from 0. */
  static int find(byte[] file, int marker, int n) {
    int left = n;
    for (int i = 0; i + 1 < file.length; i++) {
      if (file[i] == (byte) 0xFF && file[i + 1] == (byte) marker && left-- == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such marker");
  }

  /** A file without the bytes from a place on. */
  static byte[] without(byte[] file, int from, int count) {
    byte[] head = Arrays.copyOf(file, from);
    return joined(head, Arrays.copyOfRange(file, from + count, file.length));
  }
}
