package io.ardmstream.block;

import java.util.zip.CRC32C;

/**
 * Samples at their bit depth, plane after plane, without padding between them: the payload of
 * {@link BlockMode#STORED}, and what checksums of samples are made of. Bits fill bytes from the
 * most significant end; negative samples are in two's complement; the last byte ends with zeros.
 */
public final class StoredSamples {
  private StoredSamples() {}

  /** The bytes of all planes. */
  public static byte[] pack(int[][] planes, int bitDepth) {
    long bits = 0;
    for (int[] plane : planes) {
      bits += (long) plane.length * bitDepth;
    }
    byte[] bytes = new byte[Math.toIntExact((bits + 7) / 8)];
    if (bitDepth == Byte.SIZE) {
      return packBytes(planes, bytes);
    }
    long held = 0;
    int count = 0;
    int next = 0;
    long mask = (1L << bitDepth) - 1;
    for (int[] plane : planes) {
      for (int sample : plane) {
        held = held << bitDepth | sample & mask;
        count += bitDepth;
        while (count >= 8) {
          count -= 8;
          bytes[next++] = (byte) (held >>> count);
        }
      }
    }
    if (count > 0) {
      bytes[next] = (byte) (held << (8 - count));
    }
    return bytes;
  }

  private static byte[] packBytes(int[][] planes, byte[] bytes) {
    int next = 0;
    for (int[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        bytes[next + i] = (byte) plane[i];
      }
      next += plane.length;
    }
    return bytes;
  }

  /** The samples of a block; zeros where the bytes end too early. */
  public static Block unpack(BlockLayout layout, byte[] bytes) {
    Block block = Block.blank(layout);
    long held = 0;
    int count = 0;
    int next = 0;
    int depth = layout.bitDepth();
    int unused = 64 - depth;
    for (int[] plane : block.planes()) {
      for (int i = 0; i < plane.length; i++) {
        while (count < depth) {
          held = held << 8 | (next < bytes.length ? bytes[next] & 0xFF : 0);
          next++;
          count += 8;
        }
        count -= depth;
        long aligned = held >>> count << unused;
        plane[i] = (int) (layout.signed() ? aligned >> unused : aligned >>> unused);
      }
    }
    return block;
  }

  /** CRC-32C of {@link #pack}. */
  public static int checksum(int[][] planes, int bitDepth) {
    CRC32C checksum = new CRC32C();
    checksum.update(pack(planes, bitDepth));
    return (int) checksum.getValue();
  }
}
