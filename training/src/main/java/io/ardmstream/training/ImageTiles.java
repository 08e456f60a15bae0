package io.ardmstream.training;

import io.ardmstream.likelihood.image.CausalCanvas;
import io.ardmstream.likelihood.image.CausalWindow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The tiles a model learns from: pictures of a folder, cut as the codec cuts them, and mirrored.
 */
final class ImageTiles {

  private static final int TILE = 256;

  private final CausalWindow window;
  private final List<CausalCanvas> tiles = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private long pixels;

  ImageTiles(CausalWindow window) {
    this.window = window;
  }

  static List<Path> pictures(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().toLowerCase().endsWith(".png")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void addPicture(Path file, boolean mirrored) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    if (picture == null) {
      throw new IOException(file + " is not a picture");
    }
    add(picture, false);
    if (mirrored) {
      add(picture, true);
    }
  }

  private void add(BufferedImage picture, boolean mirror) {
    int across = (picture.getWidth() + TILE - 1) / TILE;
    int down = (picture.getHeight() + TILE - 1) / TILE;
    for (int i = 0; i < down; i++) {
      for (int j = 0; j < across; j++) {
        int left = picture.getWidth() * j / across;
        int right = picture.getWidth() * (j + 1) / across;
        int top = picture.getHeight() * i / down;
        int bottom = picture.getHeight() * (i + 1) / down;
        addTile(
            picture.getRGB(left, top, right - left, bottom - top, null, 0, right - left),
            right - left,
            mirror);
      }
    }
  }

  private void addTile(int[] rgb, int width, boolean mirror) {
    int height = rgb.length / width;
    CausalCanvas canvas = new CausalCanvas(window, width, height, 3);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = rgb[y * width + (mirror ? width - 1 - x : x)];
        int red = pixel >> 16 & 255;
        int green = pixel >> 8 & 255;
        int blue = pixel & 255;
        int orange = red - blue;
        int middle = blue + (orange >> 1);
        int chromaGreen = green - middle;
        canvas.set(0, x, y, middle + (chromaGreen >> 1) - 128);
        canvas.set(1, x, y, orange);
        canvas.set(2, x, y, chromaGreen);
      }
    }
    tiles.add(canvas);
    pixels += (long) width * height;
    ends.add(pixels);
  }

  long pixels() {
    return pixels;
  }

  CausalCanvas any(Random random) {
    return tiles.get(Draws.byWeight(ends, random));
  }
}
