package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** Pictures made by rule. */
public final class Media {

  private Media() {}

  /** A grey picture of incompressible noise. */
  public static byte[] noise(int width, int height, long seed) {
    byte[] pixels = new byte[width * height];
    new Random(seed).nextBytes(pixels);
    return picture(width, height, pixels);
  }

  /** A grey picture that is easy to compress and unlike that of any other number. */
  public static byte[] gradient(int width, int height, int number) {
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % width + i / width + number);
    }
    return picture(width, height, pixels);
  }

  /** A frame of a fixed camera: the same texture with a spot that moves. */
  public static byte[] frame(int width, int height, long scene, int time) {
    byte[] pixels = new byte[width * height];
    Random texture = new Random(scene);
    for (int i = 0; i < pixels.length; i++) {
      boolean spot = i % width == time % width && i / width == height / 2;
      pixels[i] = (byte) (spot ? 255 : 60 + texture.nextInt(90));
    }
    return picture(width, height, pixels);
  }

  /** A grey picture of one colour, which costs next to nothing to encode. */
  static byte[] flat(int width, int height, int grey) {
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) grey);
    return picture(width, height, pixels);
  }

  private static byte[] picture(int width, int height, byte[] pixels) {
    byte[] header = ("P5\n" + width + " " + height + "\n255\n").getBytes(US_ASCII);
    return ByteBuffer.allocate(header.length + pixels.length).put(header).put(pixels).array();
  }
}
