package io.ardmstream.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small media files. */
public final class SmallMedia {
  private SmallMedia() {}

  /** A grey gradient as PNM; {@code shade} makes different ones. */
  public static Path pgm(Path file, int shade) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("P5\n32 24\n255\n".getBytes(StandardCharsets.US_ASCII));
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 32; x++) {
        out.write(shade + 3 * x + 2 * y + (x * y) % 5);
      }
    }
    return Files.write(file, out.toByteArray());
  }

  /** Bytes that are no media. */
  public static Path text(Path file) throws IOException {
    return Files.writeString(file, "Not a picture, not a sound.");
  }

  /** A noisy picture wide enough for two blocks, as {@code ppm} or {@code png}. */
  public static Path wide(Path file, String format) throws IOException {
    int width = 1500;
    int height = 12;
    Random random = new Random(5);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream ppm = new ByteArrayOutputStream();
    ppm.writeBytes("P6\n1500 12\n255\n".getBytes(StandardCharsets.US_ASCII));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int colour = (x / 8 << 16 | 3 * y << 8 | x / 16) + random.nextInt(8);
        picture.setRGB(x, y, colour);
        ppm.write(colour >> 16);
        ppm.write(colour >> 8);
        ppm.write(colour);
      }
    }
    if (format.equals("png")) {
      ImageIO.write(picture, format, file.toFile());
      return file;
    }
    return Files.write(file, ppm.toByteArray());
  }
}
