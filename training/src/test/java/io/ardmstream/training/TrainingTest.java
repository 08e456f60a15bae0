package io.ardmstream.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.bundle.DescriptionJson;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.likelihood.audio.AudioUnit;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.media.Modality;
import io.ardmstream.tensorflow.NativeEngine;
import io.ardmstream.tensorflow.TensorFlowEngine;
import io.ardmstream.training.anyorder.OrderAgnosticTraining;
import io.ardmstream.training.audio.AudioTraining;
import io.ardmstream.training.image.ImageTraining;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small runs from files to a bundle that codes. */
class TrainingTest {

  private static final Recipe SMALL = new Recipe(1, 120, 0, 256, 4e-3, 12, 1, 8, 2, 3, 2, 0, 0);

  @BeforeAll
  static void startEngine() {
    NativeEngine.start();
  }

  @TempDir private Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private PrintStream progress() {
    return new PrintStream(said, true, StandardCharsets.UTF_8);
  }

  private void pictures() throws IOException {
    Random random = new Random(2);
    for (int n = 0; n < 24; n++) {
      BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
      int slope = 1 + random.nextInt(4);
      for (int y = 0; y < 30; y++) {
        for (int x = 0; x < 40; x++) {
          int level = (slope * x + 2 * y + random.nextInt(6)) & 255;
          picture.setRGB(x, y, level << 16 | level / 2 << 8 | 255 - level);
        }
      }
      ImageIO.write(picture, "png", folder.resolve("p" + n + ".png").toFile());
    }
  }

  private void clips() throws IOException {
    Random random = new Random(3);
    for (int n = 0; n < 24; n++) {
      ByteBuffer wav = ByteBuffer.allocate(44 + 4000).order(ByteOrder.LITTLE_ENDIAN);
      wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4036);
      wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
      wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16000);
      wav.putShort((short) 2).putShort((short) 16);
      wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(4000);
      for (int i = 0; i < 2000; i++) {
        wav.putShort((short) (3000 * Math.sin(i * 0.05 * (n + 1)) + 200 * random.nextGaussian()));
      }
      Files.write(folder.resolve("c" + n + ".wav"), wav.array());
    }
  }

  private void assertCodes(Path out, String name, Block block, double most) throws IOException {
    try (BundleRegistry registry =
        new BundleRegistry(BundleRegistry.inFolder(out.getParent()), new TensorFlowEngine(), 1)) {
      BlockModel model = registry.byName(name).orElseThrow();
      List<ModelledBlock> coded = model.encode(List.of(block));
      assertThat(model.decode(List.of(block.layout()), List.of(coded.get(0).payload())))
          .containsExactly(block);
      assertThat(8.0 * coded.get(0).payload().length / block.layout().samples()).isLessThan(most);
    }
  }

  @Test
  void picturesBecomeAModelThatCompressesTheirLikes() throws IOException {
    pictures();
    Path out = folder.resolve("bundles/image-small");
    new ImageTraining(SMALL, progress()).run(List.of(folder), out, "image-small", 1, false);
    Random random = new Random(9);
    int[][] planes = new int[3][60 * 60];
    for (int i = 0; i < 3600; i++) {
      int level = (2 * (i % 60) + 2 * (i / 60) + random.nextInt(6)) & 255;
      planes[0][i] = level;
      planes[1][i] = level / 2;
      planes[2][i] = 255 - level;
    }
    BlockLayout layout = new BlockLayout(Modality.IMAGE, 60, 60, 3, 8, false);
    assertCodes(out, "image-small", new Block(layout, planes), 4);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("real coding of 1 held-out blocks", "every block restored");
    assertThat(out.resolveSibling("image-small.training/curve.csv")).isNotEmptyFile();
    assertThat(out.resolveSibling("image-small.training/curve.png")).isNotEmptyFile();
  }

  @Test
  void clipsBecomeAModelThatCompressesTheirLikes() throws IOException {
    clips();
    Path out = folder.resolve("bundles/audio-small");
    new AudioTraining(SMALL, progress()).run(List.of(folder), out, "audio-small", 1, false);
    Random random = new Random(9);
    int[][] planes = new int[2][3000];
    for (int i = 0; i < 3000; i++) {
      planes[0][i] = (int) (2000 * Math.sin(i * 0.1) + 200 * random.nextGaussian());
      planes[1][i] = planes[0][i] / 2 + random.nextInt(20);
    }
    BlockLayout layout = new BlockLayout(Modality.AUDIO, 3000, 1, 2, 16, true);
    assertCodes(out, "audio-small", new Block(layout, planes), 10);
  }

  @Test
  void aRunContinuesFromItsCheckpoint() throws IOException {
    pictures();
    Path out = folder.resolve("bundles/image-small");
    new ImageTraining(SMALL.withSteps(60), progress())
        .run(List.of(folder), out, "image-small", 1, false);
    new ImageTraining(SMALL, progress()).run(List.of(folder), out, "image-small", 1, true);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("resuming at step 60 of 120");
  }

  /** The folder of a training that is prepared and has not begun. */
  private Path prepared(Path out) throws IOException {
    pictures();
    new ImageTraining(SMALL, progress()).prepare(List.of(folder), out, "image-small", 1);
    return BundleWriter.workOf(out);
  }

  @Test
  void aCheckpointOfAnotherModelIsNotContinued() throws IOException {
    Path out = folder.resolve("bundles/image-small");
    Path declaration = prepared(out).resolve("declaration.json");
    String text = Files.readString(declaration);
    Files.writeString(declaration, text.replace("\"colours\": 1", "\"colours\": 0"));

    assertThatThrownBy(
            () ->
                new ImageTraining(SMALL, progress())
                    .run(List.of(folder), out, "image-small", 1, true))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("another model", "colours=0", "colours=1", "without --resume");
  }

  @Test
  void whatIsPreparedHoldsTheTilesAndIsWhereARunStarts() throws IOException {
    Path out = folder.resolve("bundles/image-small");
    Path work = prepared(out);
    try (DataInputStream held =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(work.resolve("held.gz"))))) {
      assertThat(held.readInt()).isEqualTo(40);
      assertThat(held.readInt()).isEqualTo(30);
      byte[] samples = held.readAllBytes();
      assertThat(samples).hasSize(3 * 40 * 30);
      assertThat(255 - (samples[2 * 40 * 30] & 255)).isEqualTo(samples[0] & 255);
    }
    assertThat(DescriptionJson.read(Files.readString(work.resolve("declaration.json"))).networks())
        .hasSize(3);
    new ImageTraining(SMALL, progress()).run(List.of(folder), out, "image-small", 1, true);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("resuming at step 0 of 120");
  }

  @Test
  void preparedResidualsAreThoseOfTheCodec() throws IOException {
    clips();
    Path out = folder.resolve("bundles/audio-small");
    new AudioTraining(SMALL, progress()).prepare(List.of(folder), out, "audio-small", 1);
    try (DataInputStream held =
        new DataInputStream(
            new GZIPInputStream(
                Files.newInputStream(out.resolveSibling("audio-small.training/held.gz"))))) {
      assertThat(held.readInt()).isEqualTo(1);
      assertThat(held.readInt()).isEqualTo(2000);
      int loudness = held.readInt();
      int[] residuals = new int[2000];
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] = held.readInt();
      }
      assertThat(AudioUnit.meanLoudness(residuals)).isEqualTo(loudness);
    }
  }

  @Test
  void tooLittleDataIsSaidSo() {
    assertThatThrownBy(
            () ->
                new ImageTraining(SMALL, progress())
                    .run(List.of(folder), folder.resolve("out"), "none", 1, false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("found 0 PNG, BMP, TIFF or JPEG pictures under");
  }

  @Test
  void aRecipeFileChangesWhatItNames() throws IOException {
    Path file =
        Files.writeString(folder.resolve("recipe.json"), "{\"trunk\": 32, \"rate\": 0.001}");
    Recipe recipe = Recipe.image().with(file);
    assertThat(recipe.trunk()).isEqualTo(32);
    assertThat(recipe.rate()).isEqualTo(0.001);
    assertThat(recipe.reach()).isEqualTo(Recipe.image().reach());
    Files.writeString(file, "{\"depth\": 3}");
    assertThatThrownBy(() -> Recipe.image().with(file))
        .hasMessageContaining("no recipe has \"depth\"");
  }

  @Test
  void anOrderAgnosticModelCodesInAnyNumberOfStepsAndByEveryEngineAlike() throws IOException {
    Random random = new Random(4);
    BufferedImage picture = new BufferedImage(160, 128, BufferedImage.TYPE_INT_RGB);
    for (int n = 0; n < 20; n++) {
      for (int i = 0; i < 160 * 128; i++) {
        int level = 2 * (i % 160) + (n + 1) * (i / 160) / 4 + random.nextInt(6) & 255;
        picture.setRGB(i % 160, i / 160, level << 16 | level << 8 | (level + 9 & 255));
      }
      ImageIO.write(picture, "png", folder.resolve("p" + n + ".png").toFile());
    }
    Path out = folder.resolve("bundles/any");
    Recipe recipe = new Recipe(1, 60, 0, 4, 4e-3, 6, 1, 0, 2, 0, 0, 0, 0);
    new OrderAgnosticTraining(recipe, progress()).run(List.of(folder), out, "any", 1, false);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("every block restored");
    List<ModelBundle> bundles = BundleRegistry.inFolder(out.getParent());
    Block block = tile(picture);
    try (BundleRegistry tensors = new BundleRegistry(bundles, new TensorFlowEngine(), 1);
        BundleRegistry java = new BundleRegistry(bundles, InferenceEngine.java(), 1)) {
      int few = payload(tensors, 2, block).length;
      byte[] many = payload(tensors, 60, block);
      assertThat(payload(java, 60, block)).isEqualTo(many);
      assertThat(many.length).isLessThan(few);
      assertThat(8.0 * many.length / block.layout().samples()).isLessThan(6);
      assertThat(java.byName("any").orElseThrow().decode(List.of(block.layout()), List.of(many)))
          .containsExactly(block);
    }
  }

  private static byte[] payload(BundleRegistry models, int steps, Block block) {
    BlockModel model = models.byName("any").orElseThrow().inSteps(steps);
    return model.encode(List.of(block)).get(0).payload();
  }

  private static Block tile(BufferedImage picture) {
    Block block = Block.blank(new BlockLayout(Modality.IMAGE, 32, 32, 3, 8, false));
    for (int i = 0; i < 1024; i++) {
      for (int c = 0; c < 3; c++) {
        block.planes()[c][i] = picture.getRGB(i % 32, i / 32) >> 16 - 8 * c & 255;
      }
    }
    return block;
  }
}
