package io.ardmstream.media.raster;

import java.util.Arrays;

/**
 * What was packed in a file.
 *
 * @param plain its bytes
 * @param hints what it takes besides to pack them again
 * @param end the first byte after it in the file
 */
public record Unpacked(byte[] plain, byte[] hints, int end) {

  /** Hints without the zeros at their end. */
  static byte[] shortened(byte[] hints) {
    int length = hints.length;
    while (length > 0 && hints[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(hints, length);
  }
}
