package io.ardmstream.training.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.likelihood.image.tile.CausalWindow;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TilePoolTest {

  private static final CausalWindow WINDOW = new CausalWindow(2, 2);
  private static final int SIDE = 128;
  private static final int PIXELS = SIDE * SIDE;

  @TempDir private Path folder;

  /** Pictures of one grey each. */
  private List<Path> pictures(int count) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int grey = 0; grey < count; grey++) {
      BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < PIXELS; i++) {
        picture.setRGB(i % SIDE, i / SIDE, grey * 0x010101);
      }
      Path file = folder.resolve(grey + ".png");
      ImageIO.write(picture, "png", file.toFile());
      files.add(file);
    }
    return files;
  }

  private static Set<Integer> greys(TilePool pool) {
    Random random = new Random(1);
    Set<Integer> greys = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      var tile = pool.any(random);
      greys.add(tile.cells(0)[tile.place(0, 0)] + 128);
    }
    return greys;
  }

  @Test
  void picturesThatFitAreAllThereAndStay() throws IOException {
    TilePool pool = new TilePool(WINDOW, pictures(6), true, 36 * PIXELS, 1);
    long pixels = pool.pixels();
    pool.renew();

    assertThat(pool.complete()).isTrue();
    // mirror images of all, and of their other forms
    assertThat(pool.pixels()).isEqualTo(pixels).isBetween(12L * PIXELS, 36L * PIXELS);
    assertThat(greys(pool)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
  }

  @Test
  void picturesThatDoNotFitPassThroughOneAfterAnother() throws IOException {
    TilePool pool = new TilePool(WINDOW, pictures(24), false, 5 * PIXELS, 1);
    assertThat(pool.complete()).isFalse();

    Set<Integer> seen = new HashSet<>(greys(pool));
    assertThat(seen).hasSize(5);
    for (int i = 0; i < 5; i++) {
      pool.renew();
      assertThat(pool.pixels()).isLessThanOrEqualTo(5 * PIXELS);
      seen.addAll(greys(pool));
    }
    assertThat(seen).hasSize(24);
  }

  @Test
  void whatIsNoPictureIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("x.png"), "no picture");
    assertThatThrownBy(() -> new TilePool(WINDOW, List.of(file), false, PIXELS, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("x.png cannot be read as a picture; leave it out");
  }

  @Test
  void jpegPicturesAreReducedThreefold() throws IOException {
    Path file = folder.resolve("x.jpg");
    ImageIO.write(new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile());
    assertThat(new TilePool(WINDOW, List.of(file), false, PIXELS, 1).pixels()).isEqualTo(30 * 20);
  }
}
