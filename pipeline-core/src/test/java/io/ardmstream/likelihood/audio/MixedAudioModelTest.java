package io.ardmstream.likelihood.audio;

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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of audio models that mix. */
class MixedAudioModelTest {

  private static BlockModel open(int mixing, int threads) throws IOException {
    ModelBundle bundle = ModelBundle.load(TinyBundles.source(TinyBundles.mixedAudioFiles(mixing)));
    return new MixedAudioFamily().open(bundle, InferenceEngine.java(), threads);
  }

  /** A resonance driven by noise, of almost the whole range. */
  private static Block sound(int frames, int channels, int depth, boolean signed, long seed) {
    Random random = new Random(seed);
    int half = 1 << depth - 1;
    int[][] planes = new int[channels][frames];
    for (int[] plane : planes) {
      double last = 0;
      double before = 0;
      for (int t = 0; t < frames; t++) {
        double next = 1.8 * last - 0.95 * before + half / 100.0 * random.nextGaussian();
        before = last;
        last = next;
        int sample = (int) Math.max(-half, Math.min(half - 1, Math.rint(next)));
        plane[t] = signed ? sample : sample + half;
      }
    }
    return new Block(new BlockLayout(Modality.AUDIO, frames, 1, channels, depth, signed), planes);
  }

  private static void assertSurvives(Block block) throws IOException {
    for (int mixing = 1; mixing <= 2; mixing++) {
      try (BlockModel model = open(mixing, 1)) {
        List<byte[]> coded = payloads(model.encode(List.of(block)));
        assertThat(model.decode(List.of(block.layout()), coded)).containsExactly(block);
      }
    }
  }

  private static List<byte[]> payloads(List<ModelledBlock> blocks) {
    return blocks.stream().map(ModelledBlock::payload).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,8,true",
    "1,3,16,true",
    "2,1,16,false",
    "700,1,8,false",
    "700,2,16,true",
    "300,5,16,true",
    "500,2,24,true",
    "500,1,20,false",
    "400,1,12,true"
  })
  void everyShapeSurvives(int frames, int channels, int depth, boolean signed) throws IOException {
    assertSurvives(sound(frames, channels, depth, signed, 1));
  }

  @Property(tries = 30)
  void samplesOfAnyKindSurvive(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int frames,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(min = 8, max = 24) int depth,
      @ForAll @IntRange(min = 1, max = 24) int used)
      throws IOException {
    Random random = new Random(seed);
    int[][] planes = new int[channels][frames];
    for (int[] plane : planes) {
      int step = random.nextInt(4) == 0 ? 1 << random.nextInt(depth / 2) : 1;
      int values = 1 << Math.min(used, depth - 1 - (31 - Integer.numberOfLeadingZeros(step)));
      Arrays.setAll(plane, t -> (random.nextInt(values) - values / 2) * step);
    }
    if (channels > 1 && random.nextBoolean()) {
      planes[1] = planes[0].clone();
    }
    assertSurvives(
        new Block(new BlockLayout(Modality.AUDIO, frames, 1, channels, depth, true), planes));
  }

  @ParameterizedTest
  @CsvSource({"8", "16", "24"})
  void samplesThatJumpBetweenTheEndsOfTheRangeSurvive(int depth) throws IOException {
    Block block = sound(600, 2, depth, true, 2);
    Random random = new Random(3);
    int half = 1 << depth - 1;
    Arrays.setAll(block.planes()[0], t -> random.nextInt(5) == 0 ? half - 1 : -half);
    assertSurvives(block);
  }

  @Test
  void knownChannelsCostNextToNothing() throws IOException {
    Block block = sound(2000, 5, 16, true, 4);
    int[] sound = block.planes()[1];
    Arrays.fill(block.planes()[0], -77);
    block.planes()[2] = sound.clone();
    Arrays.setAll(block.planes()[3], t -> -sound[t]);
    Arrays.fill(block.planes()[4], 0);
    Block alone =
        new Block(new BlockLayout(Modality.AUDIO, 2000, 1, 1, 16, true), new int[][] {sound});
    assertSurvives(block);
    try (BlockModel model = open(1, 1)) {
      int more = model.encode(List.of(block)).get(0).payload().length;
      assertThat(more).isLessThan(model.encode(List.of(alone)).get(0).payload().length + 400);
    }
  }

  @Test
  void aChannelOf24BitsThatHardlyDiffersFromTheOtherCostsWhatTellsThemApart() throws IOException {
    Block block = sound(8000, 2, 24, true, 9);
    int[] left = block.planes()[0];
    Random random = new Random(10);
    Arrays.setAll(block.planes()[1], t -> left[t] + random.nextInt(3));
    Block alone =
        new Block(new BlockLayout(Modality.AUDIO, 8000, 1, 1, 24, true), new int[][] {left});
    assertSurvives(block);
    try (BlockModel model = open(1, 1)) {
      int both = model.encode(List.of(block)).get(0).payload().length;
      int one = model.encode(List.of(alone)).get(0).payload().length;
      assertThat(8 * (both - one) / 8000.0).isLessThan(2);
    }
  }

  @Test
  void pairsOfChannelsThatHardlyDifferSurvive() throws IOException {
    Block block = sound(500, 4, 24, true, 11);
    for (int c = 1; c < 4; c += 2) {
      int[] before = block.planes()[c - 1];
      Arrays.setAll(block.planes()[c], t -> Math.min((1 << 23) - 1, before[t] + t % 2));
    }
    assertSurvives(block);
  }

  @Test
  void aBlockIsCodedAlikeAloneInABatchAndByManyThreads() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      blocks.add(sound(100 + 70 * i, 1 + i % 3, i % 2 == 0 ? 16 : 8, true, i));
    }
    try (BlockModel model = open(2, 1);
        BlockModel threaded = open(2, 3)) {
      List<byte[]> together = payloads(model.encode(blocks));
      assertThat(payloads(threaded.encode(blocks))).containsExactlyElementsOf(together);
      List<BlockLayout> layouts = blocks.stream().map(Block::layout).toList();
      assertThat(threaded.decode(layouts, together)).isEqualTo(blocks);
      for (int i = 0; i < blocks.size(); i++) {
        assertThat(model.encode(List.of(blocks.get(i))).get(0).payload())
            .isEqualTo(together.get(i));
        assertThat(model.decode(List.of(layouts.get(i)), List.of(together.get(i))))
            .containsExactly(blocks.get(i));
      }
    }
  }

  @Test
  void bitsOfStagesAndPlacesAddUpToThePayload() throws IOException {
    List<Block> blocks = List.of(sound(3000, 2, 16, true, 5), sound(2000, 1, 8, false, 6));
    List<BlockLayout> layouts = blocks.stream().map(Block::layout).toList();
    try (BlockModel model = open(1, 1)) {
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
    Block block = sound(80, 3, 16, true, 7);
    Arrays.setAll(block.planes()[1], t -> block.planes()[0][t]);
    try (BlockModel light = open(1, 1);
        BlockModel full = open(2, 1)) {
      byte[] payload = full.encode(List.of(block)).get(0).payload();
      for (int trial = 0; trial < 150; trial++) {
        byte[] damaged = Arrays.copyOf(payload, random.nextInt(2 * payload.length));
        for (int flips = random.nextInt(5); flips > 0 && damaged.length > 0; flips--) {
          damaged[random.nextInt(Math.min(12, damaged.length))] ^= (byte) random.nextInt();
        }
        if (trial % 4 == 0) {
          random.nextBytes(damaged);
        }
        for (BlockModel model : List.of(light, full)) {
          Block decoded = model.decode(List.of(block.layout()), List.of(damaged)).get(0);
          for (int[] plane : decoded.planes()) {
            assertThat(Arrays.stream(plane)).allMatch(v -> v >= -32768 && v <= 32767);
          }
        }
      }
    }
  }

  @Test
  void anUnknownMixingIsRefused() {
    assertThatThrownBy(() -> open(3, 1)).hasMessageContaining("number 3; known are 1 and 2");
    assertThatThrownBy(() -> open(9, 1)).hasMessageContaining("mixing 9 is unknown");
  }
}
