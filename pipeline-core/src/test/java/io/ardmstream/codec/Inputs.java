package io.ardmstream.codec;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small files, made up but always the same. */
final class Inputs {
  private Inputs() {}

  /** A smooth colour picture with a little noise, as PNM. */
  static byte[] photo(int width, int height) {
    return pnm(6, width, height, 3, 255, new Random(width * 31L + height), 6);
  }

  /** A smooth grey picture of 16 bits a sample with a little noise, as PNM. */
  static byte[] deepGrey(int width, int height) {
    return pnm(5, width, height, 1, 65535, new Random(5), 900);
  }

  /** Colour noise, as PNM. */
  static byte[] noise(int width, int height, long seed) {
    return pnm(6, width, height, 3, 255, new Random(seed), 256);
  }

  /** A picture of one colour, as PNM. */
  /**
   * A grey picture as PNM with every second value at most, whose steps from pixel to pixel are as
   * {@link ResidualModel} expects them between the values that occur.
   */
  static byte[] stretched(int width, int height) {
    byte[] file = pnm(5, width, height, 1, 255, new Random(5), 1);
    Random random = new Random(6);
    int level = 60;
    for (int i = file.length - width * height; i < file.length; i++) {
      int next;
      do {
        int symbol =
            6 * Integer.numberOfTrailingZeros(random.nextInt() | 1 << 8) + random.nextInt(6);
        next = level + ((symbol & 1) == 0 ? symbol / 2 : -(symbol + 1) / 2);
      } while (next < 0 || next > 120);
      level = next;
      file[i] = (byte) (2 * level);
    }
    return file;
  }

  static byte[] plain(int width, int height) {
    return pnm(6, width, height, 3, 255, new Random(0), 0);
  }

  /** Boxes of few colours, as PNM. */
  static byte[] drawing(int width, int height) {
    byte[] file = plain(width, height);
    int start = file.length - width * height * 3;
    for (int i = start; i < file.length; i++) {
      int pixel = (i - start) / 3;
      file[i] = (byte) ((pixel % width / 13 * 7 ^ pixel / width / 9 * 11) % 4 * 60);
    }
    return file;
  }

  private static byte[] pnm(
      int kind, int width, int height, int channels, int most, Random random, int noise) {
    String header = "P" + kind + "\n" + width + " " + height + "\n" + most + "\n";
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    int bytes = most > 255 ? 2 : 1;
    ByteBuffer file =
        ByteBuffer.allocate(text.length + width * height * channels * bytes).put(text);
    for (int i = 0; i < width * height * channels; i++) {
      int pixel = i / channels;
      int smooth = noise == 0 ? 90 : (pixel % width + pixel / width) * most / 4 / (width + height);
      int value = Math.floorMod(smooth + (noise == 0 ? 0 : random.nextInt(noise)), most + 1);
      if (bytes == 2) {
        file.putShort((short) value);
      } else {
        file.put((byte) value);
      }
    }
    return file.array();
  }

  /** A tone with a little noise, as WAV with the usual header. */
  static byte[] tone(int frames, int channels, int bits) {
    int bytes = bits / 8 * channels * frames;
    ByteBuffer file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVE")).put(ascii("fmt "));
    file.putInt(16).putShort((short) 1).putShort((short) channels).putInt(16000);
    file.putInt(16000 * channels * bits / 8).putShort((short) (channels * bits / 8));
    file.putShort((short) bits).put(ascii("data")).putInt(bytes);
    Random random = new Random(frames);
    for (int i = 0; i < frames * channels; i++) {
      double wave = Math.round(40 * StrictMath.sin(i / channels * 0.05) + random.nextInt(3));
      int value = (int) wave << bits - 8;
      for (int b = 0; b < bits / 8; b++) {
        file.put((byte) ((bits == 8 ? value + 128 : value) >> 8 * b));
      }
    }
    return file.array();
  }

  /** A PNG of the given samples, red, green, blue. */
  static byte[] png(int width, int height, long seed, int noise) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int colour = 0;
        for (int c = 0; c < 3; c++) {
          int rough = noise > 0 ? random.nextInt(noise) : 0;
          colour = colour << 8 | (x + y) / 2 + 30 * c + rough & 0xFF;
        }
        image.setRGB(x, y, colour);
      }
    }
    return png(image);
  }

  /** A square PNG with a palette of that many shades. */
  static byte[] shades(int side, int shades) {
    byte[][] palette = new byte[3][shades];
    for (int i = 0; i < shades; i++) {
      palette[0][i] = (byte) i;
      palette[1][i] = (byte) (255 - i / 2);
      palette[2][i] = (byte) (i / 3 * 2);
    }
    IndexColorModel colours = new IndexColorModel(8, shades, palette[0], palette[1], palette[2]);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_INDEXED, colours);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        image.getRaster().setSample(x, y, 0, (x + 7 * y) % shades);
      }
    }
    return png(image);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
