package io.ardmstream.deflate;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** The zlib of this machine, which may be another one than the reference. */
final class Zlib {
  private Zlib() {}

  /** A raw stream, all bytes given at once. */
  static byte[] deflate(byte[] plain, int level, int strategy) {
    Deflater deflater = new Deflater(level, true);
    try {
      deflater.setStrategy(strategy);
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 17];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
