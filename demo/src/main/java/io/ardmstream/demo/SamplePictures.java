package io.ardmstream.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** SamplePictures by means of the JDK alone. */
final class SamplePictures {

  private SamplePictures() {}

  /** What a camera would send: files that are compressed become PNM, others stay as they are. */
  static byte[] uncompressed(Path file) throws IOException {
    boolean compressed = file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    return compressed ? pnm(ImageIO.read(file.toFile())) : Files.readAllBytes(file);
  }

  /** Length of the picture as the JDK writes it as PNG. */
  static long pngBytes(Path file) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture(file), "png", png);
    return png.size();
  }

  private static BufferedImage picture(Path file) throws IOException {
    BufferedImage known = ImageIO.read(file.toFile());
    return known == null ? Pnm.read(Files.readAllBytes(file)) : known;
  }

  private static byte[] pnm(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean grey = picture.getRaster().getNumBands() == 1;
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    ByteArrayOutputStream pnm = new ByteArrayOutputStream();
    String header = (grey ? "P5\n" : "P6\n") + width + " " + height + "\n255\n";
    pnm.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    for (int pixel : pixels) {
      if (!grey) {
        pnm.write(pixel >> 16);
        pnm.write(pixel >> 8);
      }
      pnm.write(pixel);
    }
    return pnm.toByteArray();
  }
}
