package io.ardmstream.media;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bytes after a form (0 stored, 1 compressed) and their length as a number; compressed as raw
 * DEFLATE (RFC 1951) with a preset dictionary if that is shorter.
 */
public final class PackedBytes {
  private static final int STORED = 0;
  private static final int DEFLATED = 1;
  private static final int MOST_DEFLATE_EXPANDS = 1032;

  /** The longest that is ever deflated, so that a few bytes cannot fill the memory. */
  private static final int MOST_DEFLATED = 1 << 28;

  private PackedBytes() {}

  public static void write(ByteSink sink, byte[] bytes, byte[] dictionary) {
    byte[] deflated = bytes.length > MOST_DEFLATED ? bytes : deflate(bytes, dictionary);
    boolean smaller = deflated.length < bytes.length;
    sink.u8(smaller ? DEFLATED : STORED).varint(bytes.length).bytes(smaller ? deflated : bytes);
  }

  /** Reads to the end of the source. */
  public static byte[] read(ForeignSource source, byte[] dictionary) {
    int form = source.u8();
    source.require(form <= DEFLATED, "are of a newer form");
    int length = source.varint();
    if (form == STORED) {
      source.require(length == source.remaining(), "have another length than they say");
      return source.rest();
    }
    boolean possible =
        length <= Math.min(MOST_DEFLATED, (long) MOST_DEFLATE_EXPANDS * source.remaining());
    source.require(possible, "claim more than they can hold");
    return inflate(source, length, dictionary);
  }

  private static byte[] deflate(byte[] bytes, byte[] dictionary) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setDictionary(dictionary);
      deflater.setInput(bytes);
      deflater.finish();
      byte[] deflated = new byte[bytes.length];
      int length = deflater.deflate(deflated);
      return deflater.finished() ? Arrays.copyOf(deflated, length) : bytes;
    } finally {
      deflater.end();
    }
  }

  private static byte[] inflate(ForeignSource source, int length, byte[] dictionary) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setDictionary(dictionary);
      inflater.setInput(source.rest());
      byte[] bytes = new byte[length];
      source.require(inflater.inflate(bytes) == length, "are shorter than they say");
      return bytes;
    } catch (DataFormatException damage) {
      throw source.corrupt("do not decompress");
    } finally {
      inflater.end();
    }
  }
}
