package io.ardmstream.block.coefficient;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.AdaptiveBits;
import java.util.Arrays;

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
    if (effort.hashed() || rest.length <= HEADERS) {
      passHeaders(port, rest, effort);
      return;
    }
    byte[] headers = Arrays.copyOf(rest, HEADERS);
    passHeaders(port, headers, effort);
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
      new TableByteCoder(headers.length).pass(port, headers);
    }
  }
}
