package io.ardmstream.likelihood.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.LeaningBlock;
import io.ardmstream.block.LeaningModel;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.TinyBundles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocks that lean on those before them come back, whatever their shape. */
class LeaningTilesTest {

  private static LeaningModel open(int mixing, int colours, int threads) throws IOException {
    ModelBundle bundle =
        ModelBundle.load(TinyBundles.source(TinyBundles.mixedImageFiles(mixing, colours)));
    return (LeaningModel) ImageModel.open(bundle, InferenceEngine.java().load(bundle), threads);
  }

  /** The same picture again and again, moved by a few samples and with a little fresh noise. */
  private static List<Block> frames(
      int width, int height, int channels, int depth, int count, long seed) {
    Random random = new Random(seed);
    Block scene = ImageModelTest.random(width + 2 * count, height + count, channels, depth, seed);
    List<Block> frames = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Block frame = Block.blank(layout(width, height, channels, depth));
      for (int c = 0; c < channels; c++) {
        for (int i = 0; i < width * height; i++) {
          int from = (i / width + k) * (width + 2 * count) + i % width + 2 * k;
          int noise = random.nextInt(5) == 0 ? random.nextInt(3) - 1 : 0;
          int value = scene.planes()[c][from] + noise;
          frame.planes()[c][i] = Math.max(0, Math.min((1 << depth) - 1, value));
        }
      }
      frames.add(frame);
    }
    return frames;
  }

  private static BlockLayout layout(int width, int height, int channels, int depth) {
    return ImageModelTest.random(width, height, channels, depth, 0).layout();
  }

  private static List<byte[]> encode(LeaningModel model, List<Block> frames) {
    BlockHistory history = model.history(frames.get(0).layout(), LeaningRules.CURRENT);
    List<byte[]> payloads = new ArrayList<>();
    for (Block frame : frames) {
      LeaningBlock coded = model.encodeNext(List.of(history), List.of(frame)).get(0);
      payloads.add(coded.coded().payload());
    }
    return payloads;
  }

  private static List<Block> decode(LeaningModel model, BlockLayout layout, List<byte[]> payloads) {
    BlockHistory history = model.history(layout, LeaningRules.CURRENT);
    List<Block> blocks = new ArrayList<>();
    for (byte[] payload : payloads) {
      blocks.addAll(model.decodeNext(List.of(history), List.of(payload)));
    }
    return blocks;
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void framesSurvive(
      @ForAll @IntRange(min = 1, max = 45) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll @IntRange(min = 8, max = 16) int depth,
      @ForAll @IntRange(min = 1, max = 5) int count,
      @ForAll @IntRange(min = 1, max = 2) int mixing,
      @ForAll @IntRange(min = 0, max = 1) int colours)
      throws IOException {
    List<Block> frames = frames(width, height, channels, depth, count, width);
    try (LeaningModel model = open(mixing, colours, 1)) {
      List<byte[]> payloads = encode(model, frames);
      assertThat(decode(model, frames.get(0).layout(), payloads)).isEqualTo(frames);
    }
  }

  @Test
  void sequencesSideBySideAreCodedAsAlone() throws IOException {
    List<List<Block>> sequences = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sequences.add(frames(20 + 5 * i, 30, 3, 8, 3, i));
    }
    try (LeaningModel model = open(1, 1, 1);
        LeaningModel threaded = open(1, 1, 3)) {
      List<List<byte[]>> alone = sequences.stream().map(s -> encode(model, s)).toList();
      List<BlockHistory> encoding = new ArrayList<>();
      List<BlockHistory> decoding = new ArrayList<>();
      for (List<Block> sequence : sequences) {
        encoding.add(threaded.history(sequence.get(0).layout(), LeaningRules.CURRENT));
        decoding.add(threaded.history(sequence.get(0).layout(), LeaningRules.CURRENT));
      }
      for (int k = 0; k < 3; k++) {
        int place = k;
        List<Block> blocks = sequences.stream().map(s -> s.get(place)).toList();
        List<byte[]> payloads =
            threaded.encodeNext(encoding, blocks).stream().map(b -> b.coded().payload()).toList();
        for (int i = 0; i < payloads.size(); i++) {
          assertThat(payloads.get(i)).isEqualTo(alone.get(i).get(place));
        }
        assertThat(threaded.decodeNext(decoding, payloads)).isEqualTo(blocks);
      }
    }
  }

  @Test
  void whatStandsStillCostsNextToNothing() throws IOException {
    Block frame = ImageModelTest.random(120, 90, 3, 8, 3);
    try (LeaningModel model = open(1, 1, 1)) {
      List<byte[]> payloads = encode(model, List.of(frame, frame, frame));
      assertThat(payloads.get(2).length).isLessThan(payloads.get(0).length / 30);
    }
  }

  @Test
  void motionIsFollowed() throws IOException {
    List<Block> moving = frames(120, 90, 3, 8, 3, 3);
    try (LeaningModel model = open(1, 1, 1)) {
      List<byte[]> payloads = encode(model, moving);
      assertThat(payloads.get(2).length).isLessThan(2 * payloads.get(0).length / 3);
    }
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void planesOfFramesSurvive(
      @ForAll @IntRange(min = 1, max = 40) int half,
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 2) int down,
      @ForAll @IntRange(min = 8, max = 16) int depth,
      @ForAll @IntRange(min = 2, max = 6) int count)
      throws IOException {
    List<Block> frames = new ArrayList<>();
    for (Block colours : frames(2 * half, rows, 3, depth, count, rows)) {
      frames.add(PlaneLayoutTest.inOne(colours, down));
    }
    try (LeaningModel model = open(1, 1, 1)) {
      List<byte[]> payloads = encode(model, frames);
      assertThat(decode(model, frames.get(0).layout(), payloads)).isEqualTo(frames);
    }
  }

  @Test
  void motionBetweenSamplesIsFollowed() throws IOException {
    Block first = ImageModelTest.random(140, 90, 1, 8, 3);
    Block moved = Block.blank(first.layout());
    for (int i = 0; i < moved.planes()[0].length; i++) {
      moved.planes()[0][i] = halfARight(first.planes()[0], i / 140 * 140, i % 140);
    }
    try (LeaningModel model = open(1, 1, 1)) {
      List<byte[]> payloads = encode(model, List.of(first, moved));
      assertThat(payloads.get(1).length).isLessThan(payloads.get(0).length / 2);
    }
  }

  /** Half a sample to the right, as coders of video have it. */
  private static int halfARight(int[] plane, int row, int x) {
    int[] taps = {1, -5, 20, 20, -5, 1};
    int sum = 16;
    for (int k = 0; k < taps.length; k++) {
      sum += taps[k] * plane[row + Math.max(0, Math.min(139, x - 2 + k))];
    }
    return Math.max(0, Math.min(255, sum >> 5));
  }

  @Test
  void whatComesAgainAfterOthersCostsNextToNothing() throws IOException {
    Block one = ImageModelTest.random(120, 90, 1, 8, 3);
    Block other = ImageModelTest.random(120, 90, 1, 8, 4);
    try (LeaningModel model = open(1, 1, 1)) {
      List<byte[]> payloads = encode(model, List.of(one, other, other, one, one));
      assertThat(payloads.get(3).length).isLessThan(payloads.get(0).length / 3);
    }
  }

  @Test
  void whatABlockWouldCostAloneIsEstimated() throws IOException {
    List<Block> moving = frames(120, 90, 3, 8, 3, 4);
    try (LeaningModel model = open(1, 1, 1)) {
      BlockHistory history = model.history(moving.get(0).layout(), LeaningRules.CURRENT);
      for (Block frame : moving) {
        long estimate = model.encodeNext(List.of(history), List.of(frame)).get(0).aloneBytes();
        int alone = encode(model, List.of(frame)).get(0).length;
        assertThat(estimate).isBetween(alone * 9L / 10, alone * 11L / 10);
      }
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void damageDecodesToSamplesInRange() throws IOException {
    Random random = new Random(8);
    damageDecodesToSamplesInRange(frames(20, 20, 4, 8, 3, 0), random);
    List<Block> planes =
        frames(20, 20, 3, 8, 3, 0).stream().map(frame -> PlaneLayoutTest.inOne(frame, 2)).toList();
    damageDecodesToSamplesInRange(planes, random);
  }

  private static void damageDecodesToSamplesInRange(List<Block> frames, Random random)
      throws IOException {
    try (LeaningModel model = open(2, 1, 1)) {
      List<byte[]> payloads = encode(model, frames);
      for (int trial = 0; trial < 100; trial++) {
        List<byte[]> damaged = new ArrayList<>(payloads);
        byte[] one = damaged.get(trial % 3);
        byte[] other = Arrays.copyOf(one, random.nextInt(2 * one.length));
        for (int flips = random.nextInt(5); flips > 0 && other.length > 0; flips--) {
          other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (trial % 4 == 0) {
          random.nextBytes(other);
        }
        damaged.set(trial % 3, other);
        for (Block decoded : decode(model, frames.get(0).layout(), damaged)) {
          for (int[] plane : decoded.planes()) {
            assertThat(Arrays.stream(plane)).allMatch(v -> v >= 0 && v <= 255);
          }
        }
      }
    }
  }
}
