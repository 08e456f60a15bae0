package io.ardmstream.studies.orderagnostic;

import io.ardmstream.training.image.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Pictures of 32 x 32 in RGB as values 0 to 255; the variable of a sample is 3 (32 y + x) + c. */
final class SmallPicture {

  static final int SIDE = 32;
  static final int CHANNELS = 3;
  static final int CARDINALITY = 256;
  static final int DIMENSIONS = SIDE * SIDE * CHANNELS;

  private SmallPicture() {}

  static List<int[]> read(List<Path> files) throws IOException {
    List<int[]> pictures = new ArrayList<>();
    for (Path file : files) {
      pictures.add(values(file));
    }
    return pictures;
  }

  private static int[] values(Path file) throws IOException {
    BufferedImage picture = Pictures.read(file);
    if (picture.getWidth() != SIDE || picture.getHeight() != SIDE) {
      throw new IOException(file + " is not of 32 x 32 pixels; leave it out");
    }
    int[] rgb = picture.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
    int[] values = new int[DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] = rgb[i / CHANNELS] >> 8 * (CHANNELS - 1 - i % CHANNELS) & 255;
    }
    return values;
  }
}
