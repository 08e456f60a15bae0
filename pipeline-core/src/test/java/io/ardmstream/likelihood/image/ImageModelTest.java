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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageModelTest {

  private BlockModel model;

  @BeforeEach
  void open() throws IOException {
    model = open(1);
  }

  private static BlockModel open(int threads) throws IOException {
    return open(TinyBundles.imageFiles(), threads);
  }

  private static BlockModel open(Map<String, byte[]> files, int threads) throws IOException {
    ModelBundle bundle = ModelBundle.load(TinyBundles.source(files));
    return ImageModel.open(bundle, InferenceEngine.java().load(bundle), threads);
  }

  @AfterEach
  void close() {
    model.close();
  }

  static Block random(int width, int height, int channels, int depth, long seed) {
    Random random = new Random(seed);
    int[][] planes = new int[channels][width * height];
    for (int[] plane : planes) {
      int value = 1 << (depth - 1);
      for (int i = 0; i < plane.length; i++) {
        value += random.nextInt(41) - 20;
        plane[i] = Math.floorMod(random.nextInt(50) == 0 ? random.nextInt() : value, 1 << depth);
      }
    }
    return new Block(
        new BlockLayout(Modality.IMAGE, width, height, channels, depth, false), planes);
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
    "12,12,3,10"
  })
  void everyShapeSurvives(int width, int height, int channels, int depth) {
    Block block = random(width, height, channels, depth, 1);
    assertThat(model.covers(block.layout())).isTrue();
    List<ModelledBlock> coded = model.encode(List.of(block));
    assertThat(model.decode(List.of(block.layout()), payloads(coded))).containsExactly(block);
  }

  @Test
  void aModelDecorrelatesColoursAsItSays() throws IOException {
    List<Block> blocks = List.of(random(20, 30, 4, 8, 6), random(20, 30, 1, 8, 6));
    List<BlockLayout> layouts = blocks.stream().map(Block::layout).toList();
    List<byte[]> unnamed = payloads(model.encode(blocks));
    try (BlockModel first = open(TinyBundles.imageFiles(0), 1);
        BlockModel second = open(TinyBundles.imageFiles(1), 1)) {
      assertThat(payloads(first.encode(blocks))).containsExactlyElementsOf(unnamed);
      List<byte[]> greenSubtracted = payloads(second.encode(blocks));
      assertThat(greenSubtracted.get(0)).isNotEqualTo(unnamed.get(0));
      assertThat(greenSubtracted.get(1)).isEqualTo(unnamed.get(1));
      assertThat(second.decode(layouts, greenSubtracted)).isEqualTo(blocks);
    }
    assertThatThrownBy(() -> open(TinyBundles.imageFiles(2), 1))
        .hasMessageContaining("colour transform 2 is unknown");
  }

  @Test
  void theBitsOfTheStagesAddUpToTheIdealBits() {
    ModelledBlock coded = model.encode(List.of(random(120, 100, 3, 8, 3))).get(0);
    assertThat(coded.stageBits()).hasSize(3);
    assertThat(Arrays.stream(coded.stageBits()).sum())
        .isCloseTo(coded.idealBits(), within(1e-6 * coded.idealBits()));
  }

  @Test
  void theBitsOfThePlacesAddUpToThePayload() {
    List<Block> blocks = List.of(random(120, 100, 3, 8, 3), random(60, 80, 2, 8, 4));
    List<byte[]> payloads = payloads(model.encode(blocks));

    List<SurveyedBlock> surveyed =
        model.survey(blocks.stream().map(Block::layout).toList(), payloads);

    assertThat(surveyed).extracting(SurveyedBlock::block).isEqualTo(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      double bits =
          IntStream.range(0, blocks.get(i).layout().planeSize())
              .mapToDouble(surveyedBits(surveyed.get(i)))
              .sum();
      assertThat(bits).isCloseTo(8.0 * payloads.get(i).length, withinPercentage(1));
    }
  }

  private static IntToDoubleFunction surveyedBits(SurveyedBlock block) {
    return place -> block.bits()[place];
  }

  @Test
  void aSpotOfNoiseIsWhereTheBitsAre() {
    Block block = random(64, 64, 3, 8, 5);
    for (int[] plane : block.planes()) {
      for (int i = 0; i < plane.length; i++) {
        boolean noise = i % 64 >= 40 && i / 64 >= 40;
        plane[i] = noise ? plane[i] : 90;
      }
    }
    byte[] payload = model.encode(List.of(block)).get(0).payload();

    float[] bits = model.survey(List.of(block.layout()), List.of(payload)).get(0).bits();

    assertThat(bits[50 * 64 + 50]).isGreaterThan(4 * bits[20 * 64 + 20]);
  }

  @Test
  void onlyUnsignedSamplesOfEightToSixteenBitsAreCovered() {
    assertThat(model.covers(new BlockLayout(Modality.IMAGE, 8, 8, 1, 4, false))).isFalse();
    assertThat(model.covers(new BlockLayout(Modality.IMAGE, 8, 8, 1, 8, true))).isFalse();
    assertThat(model.covers(new BlockLayout(Modality.AUDIO, 8, 1, 1, 16, true))).isFalse();
  }
}
