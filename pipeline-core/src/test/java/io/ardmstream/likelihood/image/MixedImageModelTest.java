package io.ardmstream.likelihood.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.TinyBundles;
import io.ardmstream.media.Modality;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of image models that mix: the same as of others, and that they learn. */
class MixedImageModelTest {

  private static BlockModel open(int mixing, int colours, int threads) throws IOException {
    return open(TinyBundles.mixedImageFiles(mixing, colours), threads);
  }

  private static BlockModel open(Map<String, byte[]> files, int threads) throws IOException {
    ModelBundle bundle = ModelBundle.load(TinyBundles.source(files));
    return ImageModel.open(bundle, InferenceEngine.java().load(bundle), threads);
  }

  private static Block random(int width, int height, int channels, int depth, long seed) {
    return ImageModelTest.random(width, height, channels, depth, seed);
  }

  private static List<byte[]> payloads(List<ModelledBlock> blocks) {
    return blocks.stream().map(ModelledBlock::payload).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,1,8",
    "1,1,3,8",
    "7,1,3,8",
    "1,9,3,8",
    "33,20,1,8",
    "40,31,2,8",
    "31,40,3,8",
    "17,16,4,8",
    "19,23,1,16",
    "19,23,3,16",
    "12,12,3,10",
    "9,70,3,8"
  })
  void everyShapeSurvives(int width, int height, int channels, int depth) throws IOException {
    Block block = random(width, height, channels, depth, 1);
    for (int mixing = 1; mixing <= 3; mixing++) {
      for (int colours = 0; colours <= 1; colours++) {
        try (BlockModel model = open(mixing, colours, 1)) {
          List<byte[]> coded = payloads(model.encode(List.of(block)));
          assertThat(model.decode(List.of(block.layout()), coded)).containsExactly(block);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 254, 255})
  void samplesAtTheEndsOfTheRangeSurvive(int extreme) throws IOException {
    Block block = random(24, 24, 3, 8, extreme);
    Random random = new Random(extreme);
    for (int[] plane : block.planes()) {
      Arrays.setAll(plane, i -> random.nextInt(3) == 0 ? 255 - extreme : extreme);
    }
    try (BlockModel model = open(2, 1, 1)) {
      List<byte[]> coded = payloads(model.encode(List.of(block)));
      assertThat(model.decode(List.of(block.layout()), coded)).containsExactly(block);
    }
  }

  @Test
  void aBlockIsCodedAlikeAloneInABatchAndByManyThreads() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      blocks.add(random(10 + 7 * i, 30 - 3 * i, 1 + i % 4, 8, i));
    }
    try (BlockModel model = open(1, 1, 1);
        BlockModel threaded = open(1, 1, 3)) {
      List<byte[]> together = payloads(model.encode(blocks));
      assertThat(payloads(threaded.encode(blocks))).containsExactlyElementsOf(together);
      for (int i = 0; i < blocks.size(); i++) {
        assertThat(model.encode(List.of(blocks.get(i))).get(0).payload())
            .isEqualTo(together.get(i));
      }
      List<BlockLayout> layouts = blocks.stream().map(Block::layout).toList();
      assertThat(threaded.decode(layouts, together)).isEqualTo(blocks);
      for (int i = 0; i < blocks.size(); i++) {
        assertThat(model.decode(List.of(layouts.get(i)), List.of(together.get(i))))
            .containsExactly(blocks.get(i));
      }
    }
  }

  @Test
  void aLargeBlockIsCodedAlikeByOneProcessorAndByTwo() throws IOException {
    // several batches of the 4096 positions that go through the networks at once
    Block block = random(130, 120, 3, 8, 5);
    try (BlockModel one = open(1, 1, 1);
        BlockModel two = open(1, 1, 2)) {
      List<byte[]> coded = payloads(two.encode(List.of(block)));
      assertThat(coded).containsExactlyElementsOf(payloads(one.encode(List.of(block))));
      assertThat(two.decode(List.of(block.layout()), coded)).containsExactly(block);
    }
  }

  @Test
  void whatRepeatsItselfIsLearnt() throws IOException {
    Block block = random(96, 96, 3, 8, 7);
    for (int c = 0; c < 3; c++) {
      int factor = 37 * (c + 1);
      Arrays.setAll(block.planes()[c], i -> (i * 7 % 13 * factor + i / 96 % 5 * 50) & 255);
    }
    try (BlockModel mixing = open(1, 1, 1);
        BlockModel alone = open(TinyBundles.imageFiles(1), 1)) {
      int mixed = mixing.encode(List.of(block)).get(0).payload().length;
      assertThat(mixed).isLessThan(alone.encode(List.of(block)).get(0).payload().length / 4);
    }
  }

  @Test
  void bitsOfStagesAndPlacesAddUpToThePayload() throws IOException {
    List<Block> blocks = List.of(random(120, 100, 3, 8, 3), random(60, 80, 2, 8, 4));
    List<BlockLayout> layouts = blocks.stream().map(Block::layout).toList();
    try (BlockModel model = open(2, 1, 1)) {
      List<ModelledBlock> coded = model.encode(blocks);
      List<SurveyedBlock> surveyed = model.survey(layouts, payloads(coded));

      assertThat(surveyed).extracting(SurveyedBlock::block).isEqualTo(blocks);
      for (int i = 0; i < blocks.size(); i++) {
        ModelledBlock block = coded.get(i);
        double places = 0;
        for (float bits : surveyed.get(i).bits()) {
          places += bits;
        }
        double ideal = block.idealBits();
        assertThat(ideal).isCloseTo(8.0 * block.payload().length, withinPercentage(0.5));
        assertThat(places).isCloseTo(ideal, withinPercentage(0.1));
        assertThat(Arrays.stream(block.stageBits()).sum()).isCloseTo(ideal, within(1e-6 * ideal));
        assertThat(block.stageBits()).hasSizeGreaterThan(1);
      }
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void damageDecodesToSamplesInRange() throws IOException {
    Random random = new Random(8);
    Block block = random(20, 20, 4, 8, 0);
    try (BlockModel model = open(2, 1, 1);
        BlockModel other = open(1, 0, 1)) {
      byte[] payload = model.encode(List.of(block)).get(0).payload();
      for (int trial = 0; trial < 200; trial++) {
        byte[] damaged = Arrays.copyOf(payload, random.nextInt(2 * payload.length));
        for (int flips = random.nextInt(5); flips > 0 && damaged.length > 0; flips--) {
          damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (trial % 4 == 0) {
          random.nextBytes(damaged);
        }
        for (BlockModel each : List.of(model, other)) {
          Block decoded = each.decode(List.of(block.layout()), List.of(damaged)).get(0);
          for (int[] plane : decoded.planes()) {
            assertThat(Arrays.stream(plane)).allMatch(v -> v >= 0 && v <= 255);
          }
        }
      }
    }
  }

  @Test
  void deepSamplesSurviveDamage() throws IOException {
    BlockLayout layout = new BlockLayout(Modality.IMAGE, 15, 15, 3, 16, false);
    Random random = new Random(9);
    try (BlockModel model = open(2, 1, 1)) {
      for (int length : new int[] {0, 1, 5, 100, 3000}) {
        byte[] garbage = new byte[length];
        random.nextBytes(garbage);
        Block decoded = model.decode(List.of(layout), List.of(garbage)).get(0);
        for (int[] plane : decoded.planes()) {
          assertThat(Arrays.stream(plane)).allMatch(v -> v >= 0 && v <= 65535);
        }
      }
    }
  }

  @Test
  void anUnknownMixingIsRefused() {
    assertThatThrownBy(() -> open(5, 1, 1)).hasMessageContaining("mixing 5 is unknown");
  }
}
