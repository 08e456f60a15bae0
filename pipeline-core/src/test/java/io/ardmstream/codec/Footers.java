package io.ardmstream.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** Checksums of containers that hold although bytes before them were changed. */
final class Footers {

  private Footers() {}

  /** Makes the checksum that ends a container that of all bytes before it. */
  static void seal(byte[] container) {
    seal(container, container.length - Integer.BYTES);
  }

  /** Puts the checksum of all bytes before a place there. */
  static void seal(byte[] container, int at) {
    CRC32C checksum = new CRC32C();
    checksum.update(container, 0, at);
    ByteBuffer.wrap(container).order(ByteOrder.LITTLE_ENDIAN).putInt(at, (int) checksum.getValue());
  }
}
