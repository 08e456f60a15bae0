package io.ardmstream.likelihood.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.LeaningBlock;
import io.ardmstream.block.LeaningCoder;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.TinyBundles;
import io.ardmstream.media.Modality;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Blocks of sound that go on from those before them. */
class AudioSequenceTest {

  private static MixedAudioModel open(int mixing, int threads) throws IOException {
    ModelBundle bundle = ModelBundle.load(TinyBundles.source(TinyBundles.mixedAudioFiles(mixing)));
    return (MixedAudioModel) new MixedAudioFamily().open(bundle, InferenceEngine.java(), threads);
  }

  /** Pieces of a resonance driven by noise, each as long as is said. */
  private static List<Block> pieces(int channels, int depth, long seed, int... lengths) {
    Random random = new Random(seed);
    double[] last = new double[channels];
    double[] before = new double[channels];
    List<Block> pieces = new ArrayList<>();
    for (int frames : lengths) {
      BlockLayout layout = new BlockLayout(Modality.AUDIO, frames, 1, channels, depth, true);
      Block piece = Block.blank(layout);
      for (int t = 0; t < frames; t++) {
        double common = random.nextGaussian();
        for (int c = 0; c < channels; c++) {
          double force = (common + 0.3 * random.nextGaussian()) * (1 << depth - 8);
          double next = 1.8 * last[c] - 0.95 * before[c] + force;
          before[c] = last[c];
          last[c] = next;
          int half = 1 << depth - 1;
          piece.planes()[c][t] = (int) Math.max(-half, Math.min(half - 1, Math.rint(next)));
        }
      }
      pieces.add(piece);
    }
    return pieces;
  }

  private static BlockHistory history(LeaningCoder coder, Block block) {
    assertThat(coder.leans(block.layout())).isTrue();
    return coder.history(block.layout(), LeaningRules.CURRENT);
  }

  private static List<LeaningBlock> encode(LeaningCoder coder, List<Block> pieces) {
    BlockHistory history = history(coder, pieces.get(0));
    List<LeaningBlock> coded = new ArrayList<>();
    pieces.forEach(piece -> coded.addAll(coder.encodeNext(List.of(history), List.of(piece))));
    return coded;
  }

  private static void assertSurvives(List<Block> pieces) throws IOException {
    for (int mixing = 1; mixing <= 2; mixing++) {
      try (MixedAudioModel model = open(mixing, 1)) {
        BlockHistory history = history(model, pieces.get(0));
        List<LeaningBlock> coded = encode(model, pieces);
        for (int i = 0; i < pieces.size(); i++) {
          List<BlockLayout> layout = List.of(pieces.get(i).layout());
          List<byte[]> payload = List.of(coded.get(i).coded().payload());
          assertThat(model.decodeNext(List.of(history), layout, payload))
              .containsExactly(pieces.get(i));
        }
      }
    }
  }

  @Test
  void piecesOfAnyLengthSurvive() throws IOException {
    assertSurvives(pieces(1, 16, 1, 300, 1, 5, 16, 17, 400, 2));
    assertSurvives(pieces(2, 24, 2, 1, 1, 300, 15, 290));
    assertSurvives(pieces(3, 8, 3, 200, 31, 200));
  }

  @Property(tries = 25)
  void piecesOfAnyKindSurvive(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int channels)
      throws IOException {
    Random random = new Random(seed);
    int[] lengths = random.ints(6, 1, 150).toArray();
    List<Block> pieces = pieces(channels, 8 + random.nextInt(17), seed, lengths);
    for (Block piece : pieces) {
      int[][] planes = piece.planes();
      switch (random.nextInt(6)) {
        case 0 -> Arrays.fill(planes[random.nextInt(channels)], random.nextInt(3) - 1);
        case 1 -> Arrays.setAll(planes[0], t -> planes[0][t] & -8);
        case 2 -> planes[channels - 1] = planes[0].clone();
        case 3 -> Arrays.setAll(planes[0], t -> random.nextInt(2) * 100);
        default -> {}
      }
    }
    assertSurvives(pieces);
  }

  @Test
  void aSoundInPiecesCostsNextToNothingMoreThanAsAWhole() throws IOException {
    for (int channels = 1; channels <= 2; channels++) {
      Block whole = pieces(channels, 16, 4, 8000).get(0);
      int[] lengths = Collections.nCopies(10, 800).stream().mapToInt(length -> length).toArray();
      List<Block> pieces = pieces(channels, 16, 4, lengths);
      try (MixedAudioModel model = open(1, 1)) {
        int wholeBytes = model.encode(List.of(whole)).get(0).payload().length;
        int alone = model.encode(pieces).stream().mapToInt(block -> block.payload().length).sum();
        List<LeaningBlock> coded = encode(model, pieces);
        int together = coded.stream().mapToInt(block -> block.coded().payload().length).sum();

        assertThat(together).isLessThan(wholeBytes * 102 / 100).isLessThan(alone * 98 / 100);
        long estimated = coded.stream().mapToLong(LeaningBlock::aloneBytes).sum();
        assertThat(estimated).isBetween((long) together, (long) alone * 101 / 100);
      }
    }
  }

  @Test
  void aSoundThatBreaksOffIsSeenNotToLean() throws IOException {
    List<Block> pieces = new ArrayList<>(pieces(1, 16, 5, 800, 800, 800));
    Random random = new Random(6);
    pieces.get(2).planes()[0] = random.ints(800, -3, 4).toArray();
    try (MixedAudioModel model = open(1, 1)) {
      LeaningBlock quiet = encode(model, pieces).get(2);

      assertThat(quiet.aloneBytes()).isLessThanOrEqualTo(quiet.coded().payload().length);
    }
  }

  @Test
  void sequencesSideBySideBecomeWhatEachBecomesAlone() throws IOException {
    List<Block> one = pieces(2, 16, 7, 200, 300);
    List<Block> other = pieces(1, 8, 8, 100, 400);
    try (MixedAudioModel model = open(1, 1);
        MixedAudioModel threaded = open(1, 2)) {
      List<BlockHistory> histories =
          List.of(history(threaded, one.get(0)), history(threaded, other.get(0)));
      for (int i = 0; i < 2; i++) {
        List<LeaningBlock> both = threaded.encodeNext(histories, List.of(one.get(i), other.get(i)));
        assertThat(both.get(0).coded().payload())
            .isEqualTo(encode(model, one).get(i).coded().payload());
        assertThat(both.get(1).coded().payload())
            .isEqualTo(encode(model, other).get(i).coded().payload());
      }
    }
  }

  @Test
  void aSurveyTellsWhatEachFrameCosts() throws IOException {
    List<Block> pieces = pieces(2, 16, 9, 500, 500);
    try (MixedAudioModel model = open(1, 1)) {
      BlockHistory history = history(model, pieces.get(0));
      List<LeaningBlock> coded = encode(model, pieces);
      for (int i = 0; i < 2; i++) {
        byte[] payload = coded.get(i).coded().payload();
        var surveyed = model.surveyNext(history, pieces.get(i).layout(), payload);
        double bits = 0;
        for (float ofFrame : surveyed.bits()) {
          bits += ofFrame;
        }
        assertThat(surveyed.block()).isEqualTo(pieces.get(i));
        assertThat(bits).isBetween(7.8 * payload.length, 8.0 * payload.length);
      }
    }
  }

  @Test
  void damageDecodesToSamplesInRange() throws IOException {
    Random random = new Random(10);
    List<Block> pieces = pieces(2, 16, 11, 60, 60, 60);
    try (MixedAudioModel model = open(1, 1)) {
      List<LeaningBlock> coded = encode(model, pieces);
      for (int trial = 0; trial < 100; trial++) {
        BlockHistory history = history(model, pieces.get(0));
        for (int i = 0; i < pieces.size(); i++) {
          byte[] payload = coded.get(i).coded().payload();
          byte[] damaged = Arrays.copyOf(payload, random.nextInt(2 * payload.length));
          for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
            damaged[random.nextInt(Math.min(9, damaged.length))] ^= (byte) random.nextInt();
          }
          List<BlockLayout> layout = List.of(pieces.get(i).layout());
          Block decoded = model.decodeNext(List.of(history), layout, List.of(damaged)).get(0);
          for (int[] plane : decoded.planes()) {
            assertThat(Arrays.stream(plane)).allMatch(v -> v >= -32768 && v <= 32767);
          }
        }
      }
    }
  }

  @Test
  void soundOfManyChannelsStaysAlone() throws IOException {
    try (MixedAudioModel model = open(1, 1)) {
      assertThat(model.leans(new BlockLayout(Modality.AUDIO, 10, 1, 8, 16, true))).isTrue();
      assertThat(model.leans(new BlockLayout(Modality.AUDIO, 10, 1, 9, 16, true))).isFalse();
      assertThat(model.leans(new BlockLayout(Modality.AUDIO, 10, 1, 1, 32, true))).isFalse();
    }
  }
}
