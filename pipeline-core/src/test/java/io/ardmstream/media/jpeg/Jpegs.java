package io.ardmstream.media.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

  /** Frames of a camera that moves, the last two with finer steps than the first two. */
  public static final List<String> FRAMES = List.of("frame-0", "frame-1", "frame-2", "frame-3");

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

  /**
   * A progressive picture of one grey: a scan of its averages, and then again and again one that
   * says of all blocks, in a few bytes, that they have no more.
   *
   * @param side of the picture, a multiple of 8
   * @param data whether the scans have their data
   */
  static byte[] repeatedScans(int side, int scans, boolean data) {
    int blocks = side / 8 * (side / 8);
    byte[] tables = new byte[2 + 2 + 65];
    Arrays.fill(tables, (byte) 1);
    System.arraycopy(bytes(0xFF, 0xDB, 0, 67, 0), 0, tables, 0, 5);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(bytes(0xFF, 0xD8));
    file.writeBytes(tables);
    file.writeBytes(codes(0x00, 0));
    file.writeBytes(codes(0x10, RUNS));
    file.writeBytes(
        bytes(0xFF, 0xC2, 0, 11, 8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 0x11, 0));
    byte[] averages = bits("0".repeat(blocks));
    byte[] runs = bits(runs(blocks));
    for (int i = 0; i < scans; i++) {
      file.writeBytes(bytes(0xFF, 0xDA, 0, 8, 1, 1, 0, i == 0 ? 0 : 1, i == 0 ? 0 : 63, 0));
      file.writeBytes(data ? i == 0 ? averages : runs : new byte[0]);
    }
    file.writeBytes(bytes(0xFF, 0xD9));
    return file.toByteArray();
  }

  /** Runs of 2^14 blocks and more down to single blocks, by codes of four bits. */
  private static final int[] RUNS =
      IntStream.rangeClosed(0, 14).map(length -> length << 4).toArray();

  private static byte[] codes(int table, int... symbols) {
    byte[] definition = bytes(0xFF, 0xC4, 0, 19 + symbols.length, table);
    byte[] counts = new byte[16];
    counts[symbols.length == 1 ? 0 : 3] = (byte) symbols.length;
    return joined(definition, counts, bytes(symbols));
  }

  private static String runs(int blocks) {
    StringBuilder bits = new StringBuilder();
    for (int left = blocks; left > 0; ) {
      int length = Math.min(14, 31 - Integer.numberOfLeadingZeros(left));
      int run = Math.min(left, (2 << length) - 1);
      bits.append(binary(length, 4)).append(binary(run - (1 << length), length));
      left -= run;
    }
    return bits.toString();
  }

  private static String binary(int number, int digits) {
    return digits == 0 ? "" : Integer.toBinaryString(1 << digits | number).substring(1);
  }

  /** Entropy-coded data, with a zero behind each byte of ones. */
  private static byte[] bits(String bits) {
    String padded = bits + "1".repeat(-bits.length() & 7);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (int i = 0; i < padded.length(); i += 8) {
      int each = Integer.parseInt(padded, i, i + 8, 2);
      data.writeBytes(each == 0xFF ? bytes(0xFF, 0) : bytes(each));
    }
    return data.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
