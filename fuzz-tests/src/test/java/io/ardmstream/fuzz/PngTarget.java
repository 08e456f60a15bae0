package io.ardmstream.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * PNG files. An even first byte: the rest is a file, whose chunks get the checksums they ought to
 * have. An odd one: the rest is a header and an uncompressed stream.
 */
final class PngTarget {

  private static final String MARK = "\u0089PNG\r\n\u001a\n";
  private static final int HEADER = 13;
  private static final int AROUND_CHUNK = 12;

  private PngTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    if (input.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    MediaOracle.check(input[0] % 2 == 0 ? withChecksums(rest) : assembled(rest));
  }

  private static byte[] withChecksums(byte[] file) {
    byte[] marked = MediaOracle.with(file, 0, MARK);
    ByteBuffer chunks = ByteBuffer.wrap(marked);
    long place = MARK.length();
    while (place + AROUND_CHUNK <= marked.length) {
      long end = place + 8 + (chunks.getInt((int) place) & 0xFFFFFFFFL);
      if (end + 4 <= marked.length) {
        chunks.putInt((int) end, checksum(marked, (int) place + 4, (int) (end - place) - 4));
      }
      place = end + 4;
    }
    return marked;
  }

  private static byte[] assembled(byte[] parts) throws Exception {
    byte[] header = Arrays.copyOf(parts, HEADER);
    // dimensions below 256, so that most of them fit the stream
    Arrays.fill(header, 0, 3, (byte) 0);
    Arrays.fill(header, 4, 7, (byte) 0);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(stream)) {
      deflater.write(parts, Math.min(HEADER, parts.length), Math.max(0, parts.length - HEADER));
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(MARK.getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes(chunk("IHDR", header));
    file.writeBytes(chunk("PLTE", new byte[] {1, 2, 3}));
    file.writeBytes(chunk("IDAT", stream.toByteArray()));
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    byte[] chunk =
        ByteBuffer.allocate(data.length + AROUND_CHUNK)
            .putInt(data.length)
            .put(name)
            .put(data)
            .array();
    ByteBuffer.wrap(chunk).putInt(data.length + 8, checksum(chunk, 4, data.length + 4));
    return chunk;
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, from, length);
    return (int) checksum.getValue();
  }
}
