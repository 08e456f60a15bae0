package io.ardmstream.media.png;

import static io.ardmstream.media.Bytes.be32;
import static io.ardmstream.media.Bytes.join;
import static io.ardmstream.media.Bytes.text;

import io.ardmstream.media.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * PNG files of random pixels. Any bytes after a filter type of 0 to 4 are a valid line, so that
 * every filter is exercised without one being implemented here.
 */
public record Pngs(int width, int height, int depth, int colour, boolean interlaced) {
  static final byte[] SIGNATURE = Bytes.of(0x89, 'P', 'N', 'G', 13, 10, 26, 10);
  static final byte[] END = chunk("IEND");

  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  static Pngs rgb(int width, int height) {
    return new Pngs(width, height, 8, 2, false);
  }

  public byte[] file() {
    return join(SIGNATURE, header(), palette(), chunk("IDAT", pixels()), END);
  }

  /** The file with other chunks around its pixels. */
  public byte[] file(byte[] before, byte[] after) {
    return join(SIGNATURE, header(), palette(), before, chunk("IDAT", pixels()), after, END);
  }

  byte[] header() {
    byte[] fields = Bytes.of(depth, colour, 0, 0, interlaced ? 1 : 0);
    return chunk("IHDR", be32(width), be32(height), fields);
  }

  /** A palette for every index, or nothing where the colour type has none. */
  byte[] palette() {
    return colour == 3 ? chunk("PLTE", Bytes.noise(3 << depth, 7)) : new byte[0];
  }

  byte[] pixels() {
    return deflated(lines());
  }

  byte[] lines() {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    Random random = new Random(31L * width + height);
    int[][] passes = interlaced ? ADAM7 : new int[][] {{0, 0, 1, 1}};
    for (int[] pass : passes) {
      int columns = (width - pass[0] + pass[2] - 1) / pass[2];
      int rows = (height - pass[1] + pass[3] - 1) / pass[3];
      for (int row = 0; columns > 0 && row < rows; row++) {
        byte[] line = new byte[(columns * channels() * depth + 7) / 8];
        random.nextBytes(line);
        lines.write(random.nextInt(5));
        lines.writeBytes(line);
      }
    }
    return lines.toByteArray();
  }

  int channels() {
    return new int[] {1, 0, 3, 1, 2, 0, 4}[colour];
  }

  static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  public static byte[] chunk(String type, byte[]... content) {
    byte[] checked = join(text(type), join(content));
    CRC32 crc = new CRC32();
    crc.update(checked);
    return join(be32(checked.length - 4), checked, be32(crc.getValue()));
  }
}
