package io.ardmstream.media.raster;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.Arrays;

/**
 * What happens to rows before they are packed.
 *
 * @param kind what
 * @param bytes of a sample, 1 to 8
 * @param stride samples of a pixel, at least 1
 */
public record Filter(Kind kind, int bytes, int stride) {
  /** Rows stay as they are. */
  public static final Filter NONE = new Filter(Kind.NONE, 1, 1);

  private static final int WIDEST = 8;

  /** In the order of their numbers. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** Samples less those of the pixel before, the least significant byte first. */
    LITTLE_DIFFERENCES,
    /** The same, the most significant byte first. */
    BIG_DIFFERENCES,
    /**
     * The first bytes of all samples, then the second ones and so on, less the byte a pixel before;
     * the plain samples have the most significant byte first.
     */
    BYTE_PLANES
  }

  void pack(ByteSink sink) {
    sink.u8(kind.ordinal());
    if (kind != Kind.NONE) {
      sink.u8(bytes).varint(stride);
    }
  }

  static Filter unpack(ForeignSource source) {
    int number = source.u8();
    source.require(number < Kind.values().length, "name a filter of a newer format");
    if (number == 0) {
      return NONE;
    }
    Filter filter = new Filter(Kind.values()[number], source.u8(), source.varint());
    boolean known = filter.bytes >= 1 && filter.bytes <= WIDEST && filter.stride >= 1;
    source.require(known, "name a filter that does not exist");
    return filter;
  }

  /** Makes plain rows of filtered ones. */
  public void undo(byte[] rows, int rowBytes) {
    for (int from = 0; kind != Kind.NONE && rowBytes > 0 && from < rows.length; from += rowBytes) {
      int length = Math.min(rowBytes, rows.length - from);
      if (kind == Kind.BYTE_PLANES) {
        add(rows, from, length, 1, stride, true);
        gather(rows, from, length, true);
      } else {
        add(rows, from, length, bytes, stride, kind == Kind.BIG_DIFFERENCES);
      }
    }
  }

  /** Makes filtered rows of plain ones. */
  void apply(byte[] rows, int rowBytes) {
    for (int from = 0; kind != Kind.NONE && rowBytes > 0 && from < rows.length; from += rowBytes) {
      int length = Math.min(rowBytes, rows.length - from);
      if (kind == Kind.BYTE_PLANES) {
        gather(rows, from, length, false);
        subtract(rows, from, length, 1, stride, true);
      } else {
        subtract(rows, from, length, bytes, stride, kind == Kind.BIG_DIFFERENCES);
      }
    }
  }

  private static void add(byte[] rows, int from, int length, int size, int stride, boolean big) {
    long distance = (long) size * stride;
    for (long at = distance; at + size <= length; at += size) {
      int place = from + (int) at;
      write(
          rows,
          place,
          size,
          big,
          read(rows, place, size, big) + read(rows, place - (int) distance, size, big));
    }
  }

  private static void subtract(
      byte[] rows, int from, int length, int size, int stride, boolean big) {
    long distance = (long) size * stride;
    for (long at = length / size * (long) size - size; at >= distance; at -= size) {
      int place = from + (int) at;
      write(
          rows,
          place,
          size,
          big,
          read(rows, place, size, big) - read(rows, place - (int) distance, size, big));
    }
  }

  /** Between the first bytes of all samples, the second ones ..., and the bytes of each sample. */
  private void gather(byte[] rows, int from, int length, boolean together) {
    int samples = length / bytes;
    byte[] copy = Arrays.copyOfRange(rows, from, from + length);
    for (int i = 0; i < samples; i++) {
      for (int b = 0; b < bytes; b++) {
        if (together) {
          rows[from + i * bytes + b] = copy[b * samples + i];
        } else {
          rows[from + b * samples + i] = copy[i * bytes + b];
        }
      }
    }
  }

  private static long read(byte[] rows, int at, int size, boolean big) {
    long word = 0;
    for (int i = 0; i < size; i++) {
      word = word << 8 | rows[at + (big ? i : size - 1 - i)] & 0xFF;
    }
    return word;
  }

  private static void write(byte[] rows, int at, int size, boolean big, long word) {
    for (int i = 0; i < size; i++) {
      rows[at + (big ? size - 1 - i : i)] = (byte) (word >> 8 * i);
    }
  }
}
