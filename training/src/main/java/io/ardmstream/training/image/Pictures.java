package io.ardmstream.training.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * Reads pictures to learn from: PNG, BMP and TIFF files as they are, and JPEG files reduced
 * threefold, since their full-size pixels follow the rules of another codec.
 */
public final class Pictures {

  /** What the files are called in messages. */
  public static final String NOUN = "PNG, BMP, TIFF or JPEG pictures";

  private static final Set<String> PLAIN = Set.of("png", "bmp", "tif", "tiff");
  private static final Set<String> LOSSY = Set.of("jpg", "jpeg");
  private static final int REDUCTION = 3;

  private Pictures() {}

  /** Whether a file's name is that of a picture. */
  public static boolean isPicture(Path file) {
    return PLAIN.contains(extension(file)) || LOSSY.contains(extension(file));
  }

  /** The picture in 8-bit RGB. */
  public static BufferedImage read(Path file) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    if (picture == null) {
      throw new IOException(file + " cannot be read as a picture; leave it out");
    }
    return LOSSY.contains(extension(file)) ? reduced(picture) : picture;
  }

  private static BufferedImage reduced(BufferedImage picture) {
    int width = Math.max(1, picture.getWidth() / REDUCTION);
    int height = Math.max(1, picture.getHeight() / REDUCTION);
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        small.setRGB(x, y, mean(picture, x * REDUCTION, y * REDUCTION));
      }
    }
    return small;
  }

  private static int mean(BufferedImage picture, int left, int top) {
    int right = Math.min(picture.getWidth(), left + REDUCTION);
    int bottom = Math.min(picture.getHeight(), top + REDUCTION);
    int[] sums = new int[3];
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int pixel = picture.getRGB(x, y);
        for (int c = 0; c < 3; c++) {
          sums[c] += pixel >> 8 * c & 255;
        }
      }
    }
    int count = (right - left) * (bottom - top);
    int rgb = 0;
    for (int c = 0; c < 3; c++) {
      rgb |= (sums[c] + count / 2) / count << 8 * c;
    }
    return rgb;
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
