package io.ardmstream.block.coefficient;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.AdaptiveBits;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Passes what a file has beside the data of its images: headers by many contexts, what may be a
 * long tail by one.
 */
final class RestCoder {
  /** Bytes that are passed by many contexts. */
  private static final int HEADERS = 1 << 16;

  private static final int BYTES = 256;

  private RestCoder() {}

  /** Passes the bytes, which are written when decoding. */
  static void pass(BitCoder port, byte[] rest, Effort effort) {
    if (effort.hashed()) {
      passHeaders(port, rest, effort);
    } else {
      pass(port, rest, headers -> passHeaders(port, headers, effort));
    }
  }

  private static void pass(BitCoder port, byte[] rest, Consumer<byte[]> first) {
    if (rest.length <= HEADERS) {
      first.accept(rest);
      return;
    }
    byte[] headers = Arrays.copyOf(rest, HEADERS);
    first.accept(headers);
    System.arraycopy(headers, 0, rest, 0, HEADERS);
    AdaptiveBits bits = new AdaptiveBits(port, BYTES);
    int before = rest[HEADERS - 1] & 0xFF;
    for (int i = HEADERS; i < rest.length; i++) {
      before = bits.symbol(before, 8, rest[i] & 0xFF);
      rest[i] = (byte) before;
    }
  }

  private static void passHeaders(BitCoder port, byte[] headers, Effort effort) {
    if (effort.corrected) {
      new ByteCoder(headers.length).pass(port, headers);
    } else {
      passQuickly(port, headers, new byte[0]);
    }
  }

  /** Passes the bytes after those of another file, by few contexts. */
  static void pass(BitCoder port, byte[] rest, byte[] before) {
    pass(port, rest, headers -> passQuickly(port, headers, before));
  }

  private static void passQuickly(BitCoder port, byte[] headers, byte[] before) {
    byte[] known = Arrays.copyOf(before, Math.min(HEADERS, before.length));
    new TableByteCoder(known, headers.length).pass(port, headers);
  }
}
