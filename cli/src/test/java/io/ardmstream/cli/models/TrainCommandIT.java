package io.ardmstream.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.ardmstream.cli.CliRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandIT {
  private static final String FOLDER = "ardm.models";

  @TempDir Path temp;
  private final String before = System.getProperty(FOLDER);

  @AfterEach
  void restoreFolder() {
    if (before == null) {
      System.clearProperty(FOLDER);
    } else {
      System.setProperty(FOLDER, before);
    }
  }

  @Test
  void aTrainedModelEncodesAndDecodes() throws IOException {
    Path pictures = Files.createDirectory(temp.resolve("pictures"));
    for (int i = 0; i < 24; i++) {
      writePicture(pictures.resolve(i + ".png"), i);
    }
    Path models = temp.resolve("models");

    CliRun training =
        CliRun.of(
            "train", "image", "--steps", 30, "--out", models.resolve("tiny"), "--data", pictures);
    assertThat(training.exitCode()).as(training.err()).isZero();

    System.setProperty(FOLDER, models.toString());
    JsonObject bench =
        CliRun.of("bench", "--json", "--model", "tiny", pictures.resolve("7.png")).json();
    assertThat(bench.get("mismatches").getAsInt()).isZero();
    assertThat(bench.get("files").getAsInt()).isEqualTo(1);
    CliRun again = CliRun.of("train", "image", "--out", models.resolve("tiny"), "--data", pictures);
    assertThat(again.exitCode()).isEqualTo(6);
    assertThat(again.err()).contains("models never change");
  }

  @Test
  void anOrderAgnosticModelEncodesInAnyNumberOfStepsAndDrawsPictures() throws IOException {
    Path pictures = Files.createDirectory(temp.resolve("pictures"));
    for (int i = 0; i < 20; i++) {
      writePicture(pictures.resolve(i + ".png"), i);
    }
    Path recipe = temp.resolve("recipe.json");
    Files.writeString(recipe, "{\"trunk\": 6, \"blocks\": 1, \"rows\": 4, \"components\": 2}");
    Path models = temp.resolve("models");
    CliRun training =
        CliRun.of(
            "train",
            "image",
            "--family",
            "order-agnostic",
            "--config",
            recipe,
            "--steps",
            20,
            "--out",
            models.resolve("any"),
            "--data",
            pictures);
    assertThat(training.exitCode()).as(training.err()).isZero();

    System.setProperty(FOLDER, models.toString());
    JsonObject bench =
        CliRun.of("bench", "--json", "--model", "any", "--steps", 6, pictures.resolve("7.png"))
            .json();
    assertThat(bench.get("mismatches").getAsInt()).isZero();

    Path sheet = temp.resolve("sheet.png");
    CliRun sample =
        CliRun.of(
            "sample",
            "--model",
            "any",
            "--steps",
            3,
            "--count",
            3,
            "--given",
            pictures.resolve("7.png"),
            "--out",
            sheet);
    assertThat(sample.exitCode()).as(sample.err()).isZero();
    BufferedImage drawn = ImageIO.read(sheet.toFile());
    BufferedImage given = ImageIO.read(pictures.resolve("7.png").toFile());
    assertThat(drawn.getWidth()).isEqualTo(2 * 40 + 2);
    assertThat(drawn.getRGB(42 + 9, 5)).isEqualTo(given.getRGB(9, 5));
  }

  @Test
  void tooLittleDataIsAnErrorThatSaysHowMuchIsNeeded() throws IOException {
    Path empty = Files.createDirectory(temp.resolve("empty"));

    CliRun run = CliRun.of("train", "image", "--out", temp.resolve("m"), "--data", empty);

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err()).hasLineCount(1).contains("at least 20");
    assertThat(temp.resolve("m")).doesNotExist();
  }

  @Test
  void impossibleNumbersAreWrongUsage() {
    assertThat(CliRun.of("train", "video", "--out", temp, "--data", temp).exitCode()).isEqualTo(2);
    assertThat(
            CliRun.of("train", "image", "--minutes", "0", "--out", temp, "--data", temp).exitCode())
        .isEqualTo(2);
  }

  @Test
  void toPrepareAndToResumeAtOnceIsWrongUsage() {
    CliRun run =
        CliRun.of("train", "image", "--prepare", "--resume", "--out", temp, "--data", temp);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("give one of them");
  }

  private static void writePicture(Path file, long seed) throws IOException {
    Random random = new Random(seed);
    BufferedImage picture = new BufferedImage(40, 36, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 36; y++) {
      for (int x = 0; x < 40; x++) {
        int shade = 60 + 2 * x + y + random.nextInt(4);
        picture.setRGB(x, y, shade << 16 | (shade + 20) << 8 | (shade - 30));
      }
    }
    ImageIO.write(picture, "png", file.toFile());
  }
}
