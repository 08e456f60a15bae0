package io.ardmstream.media;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bytes after a form and their length as a number: stored, compressed as raw DEFLATE (RFC 1951)
 * with a preset dictionary, or as {@link MixedBytes}, whichever is shortest.
 */
public final class PackedBytes {
  private static final int STORED = 0;
  private static final int DEFLATED = 1;
  private static final int MIXED = 2;
  private static final int MOST_DEFLATE_EXPANDS = 1032;

  /** The longest that is ever deflated, so that a few bytes cannot fill the memory. */
  private static final int MOST_DEFLATED = 1 << 28;

  /** The longest that is ever mixed, which takes some microseconds a byte. */
  private static final int MOST_MIXED = 1 << 16;

  /** Bytes below which mixing saves none. */
  private static final int LEAST_MIXED = 24;

  private PackedBytes() {}

  /** Writes them to the end of the sink. */
  public static void write(ByteSink sink, byte[] bytes, Dictionary dictionary) {
    byte[] packed = bytes;
    int form = STORED;
    byte[] deflated = deflated(bytes, dictionary.bytes());
    if (deflated.length < packed.length) {
      packed = deflated;
      form = DEFLATED;
    }
    if (bytes.length <= MOST_MIXED && packed.length >= LEAST_MIXED) {
      byte[] mixed = dictionary.model().encode(bytes);
      if (mixed.length < packed.length) {
        packed = mixed;
        form = MIXED;
      }
    }
    sink.u8(form).varint(bytes.length).bytes(packed);
  }

  /** Reads to the end of the source. */
  public static byte[] read(ForeignSource source, Dictionary dictionary) {
    int form = source.u8();
    source.require(form <= MIXED, "are of a newer form");
    int length = source.varint();
    return switch (form) {
      case STORED -> {
        source.require(length == source.remaining(), "have another length than they say");
        yield source.rest();
      }
      case DEFLATED -> {
        boolean possible =
            length <= Math.min(MOST_DEFLATED, (long) MOST_DEFLATE_EXPANDS * source.remaining());
        source.require(possible, "claim more than they can hold");
        yield inflate(source, length, dictionary.bytes());
      }
      default -> {
        source.require(length <= MOST_MIXED, "claim more than is ever mixed");
        yield dictionary.model().decode(source.rest(), length);
      }
    };
  }

  /** Those that deflating does not make shorter stay as they are. */
  private static byte[] deflated(byte[] bytes, byte[] dictionary) {
    return bytes.length > MOST_DEFLATED ? bytes : deflate(bytes, dictionary);
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
