package io.ardmstream.studies.orderagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.Lattice;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.tensorflow.NativeEngine;
import io.ardmstream.training.Recipe;
import io.ardmstream.training.TrainingSession;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

class OrderStudyTest {

  private static final int D = SmallPicture.DIMENSIONS;
  private static final Recipe SMALL = new Recipe(1, 60, 0, 4, 4e-3, 4, 1, 0, 2, 0, 0, 0, 0);

  @TempDir private Path folder;

  @BeforeAll
  static void startEngine() {
    NativeEngine.start();
  }

  private static int[] picture(int seed) {
    Random random = new Random(seed);
    int slope = random.nextInt(4);
    return IntStream.range(0, D)
        .map(i -> (i / 3 % 32 * slope + i / 96 * 3 + i % 3 * 9 + random.nextInt(4)) & 255)
        .toArray();
  }

  private Path pictures(String name, int count) throws IOException {
    Path pictures = Files.createDirectories(folder.resolve(name));
    for (int n = 0; n < count; n++) {
      int[] values = picture(n);
      BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 1024; i++) {
        image.setRGB(
            i % 32, i / 32, values[3 * i] << 16 | values[3 * i + 1] << 8 | values[3 * i + 2]);
      }
      ImageIO.write(image, "png", pictures.resolve(n + ".png").toFile());
    }
    return pictures;
  }

  private List<String> study(String order, int base) throws IOException {
    Path out = folder.resolve("out");
    PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    new OrderStudy(SMALL, base, silent)
        .run(pictures("training", 24), pictures("test", 2), out, order, 2);
    assertThat(out.resolve("curve.png")).isNotEmptyFile();
    return Files.readAllLines(out.resolve("steps.csv"));
  }

  private static double bits(String line) {
    return Double.parseDouble(line.split(",")[1]);
  }

  @Test
  void moreStepsNeedFewerBits() throws IOException {
    List<String> table = study(OrderStudy.ANY_ORDER, 256);
    assertThat(table).hasSize(8);
    assertThat(table.get(1)).startsWith("10,");
    assertThat(table.get(6)).startsWith("500,");
    assertThat(table.get(7)).startsWith("3072,");
    assertThat(bits(table.get(6))).isLessThan(bits(table.get(1)));
    assertThat(bits(table.get(1))).isLessThan(8);
  }

  @Test
  void aScheduleHasOneRow() throws IOException {
    List<String> table = study("lattice(5)", 16);
    assertThat(table).hasSize(2);
    assertThat(table.get(1)).startsWith(2 * 3 * 16 + ",");
  }

  @Test
  void theDigitsOfAStageHaveProbabilitiesThatAddUpToOne() {
    DepthUpscaling upscaling = new DepthUpscaling(4, 256);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      List<int[]> any = List.of(picture(1));
      OrderTask task = new OrderTask(tf, SMALL, upscaling, new AnyOrder(), any, any);
      try (TrainingSession session = new TrainingSession(graph, tf, task)) {
        StepPlan plan = AnyOrder.after(D - 1, 5).plan();
        int last = plan.position(D - 1);
        for (int stage = 0; stage < 4; stage++) {
          double sum = 0;
          for (int digit = 0; digit < 4; digit++) {
            int[] values = picture(2);
            int width = upscaling.stage(stage).width();
            values[last] = upscaling.stage(stage).from(values[last]) + digit * width;
            PictureBatch batch = new PictureBatch(upscaling, 1);
            batch.add(values, new Situation(plan, stage, 1), 1);
            sum += Math.pow(2, -session.costs(task.feeds(batch))[0]);
          }
          assertThat(sum).as("stage %d", stage).isCloseTo(1, within(1e-4));
        }
      }
    }
  }

  @Test
  void whatIsNotKnownIsNotSeen() {
    DepthUpscaling upscaling = new DepthUpscaling(16, 256);
    StepPlan plan = AnyOrder.after(1000, 5).plan();
    PictureBatch batch = new PictureBatch(upscaling, 1);
    int[] values = picture(3);
    batch.add(values, new Situation(plan, 1, 1), 0.5f);
    for (int rank = 0; rank < D; rank++) {
      int at = plan.position(rank);
      boolean known = rank < 1000;
      assertThat(batch.width[at]).isEqualTo(known ? 1 : 16);
      assertThat(batch.known[at]).isEqualTo(known ? values[at] : (values[at] & 0xf0) + 7.5f);
      assertThat(batch.weight[at]).isEqualTo(known ? 0 : 0.5f);
    }
  }

  @Test
  void aScheduleCodesGreenFirstInEachOfItsSteps() {
    StepPlan pixels = new Lattice(5).plan(32, 32);
    StepPlan plan = FixedOrder.of(new Lattice(5)).plan();
    assertThat(plan.steps()).isEqualTo(3 * pixels.steps());
    for (int step = 0; step < plan.steps(); step++) {
      assertThat(plan.stepSize(step)).isEqualTo(pixels.stepSize(step / 3));
      assertThat(plan.position(plan.stepStart(step)) % 3).isEqualTo(new int[] {1, 0, 2}[step % 3]);
    }
  }

  @Test
  void stepsOfAScheduleAreDrawnInProportionToTheirSize() {
    FixedOrder order = FixedOrder.of(new Lattice(1));
    Random random = new Random(4);
    int[] drawn = new int[order.plan().steps()];
    for (int i = 0; i < 12_000; i++) {
      drawn[order.draw(random).step()]++;
    }
    assertThat(IntStream.of(drawn)).allSatisfy(n -> assertThat(n).isBetween(850, 1150));
  }

  @Test
  void largerPicturesAreRefused() throws IOException {
    Path file = folder.resolve("x.png");
    ImageIO.write(new BufferedImage(33, 32, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    assertThatThrownBy(() -> SmallPicture.read(List.of(file)))
        .hasMessageContaining("x.png is not of 32 x 32 pixels");
  }
}
