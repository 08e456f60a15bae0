package io.ardmstream.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every likelihood model promises. */
public abstract class BlockModelContract {
  private BlockModel model;

  /** Opens the model with so many threads. */
  protected abstract BlockModel open(int threads) throws IOException;

  /** Blocks of various shapes, all covered. */
  protected abstract List<Block> blocks();

  /** A shape that is not covered. */
  protected abstract BlockLayout strange();

  @BeforeEach
  void open() throws IOException {
    model = open(1);
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void everyBlockComesBackWhoeverCodesIt() throws IOException {
    List<byte[]> together = payloads(model.encode(blocks()));
    try (BlockModel threaded = open(3)) {
      assertThat(payloads(threaded.encode(blocks()))).containsExactlyElementsOf(together);
      assertThat(threaded.decode(layouts(), together)).isEqualTo(blocks());
    }
    for (int i = 0; i < together.size(); i++) {
      Block block = blocks().get(i);
      assertThat(payloads(model.encode(List.of(block)))).containsExactly(together.get(i));
      assertThat(model.decode(List.of(block.layout()), List.of(together.get(i))))
          .containsExactly(block);
    }
  }

  @Test
  void callersAtTheSameTimeDoNotDisturbEachOther() throws Exception {
    List<byte[]> alone = payloads(model.encode(blocks()));
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try (BlockModel shared = open(2)) {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < 4 * alone.size(); i++) {
        Block block = blocks().get(i % alone.size());
        byte[] expected = alone.get(i % alone.size());
        calls.add(
            () ->
                Arrays.equals(shared.encode(List.of(block)).get(0).payload(), expected)
                    && shared
                        .decode(List.of(block.layout()), List.of(expected))
                        .get(0)
                        .equals(block));
      }
      for (Future<Boolean> right : callers.invokeAll(calls)) {
        assertThat(right.get()).isTrue();
      }
    } finally {
      callers.shutdown();
    }
  }

  @Test
  void aSurveyDecodesAndAccountsForMostOfThePayload() {
    List<byte[]> payloads = payloads(model.encode(blocks()));

    List<SurveyedBlock> surveyed = model.survey(layouts(), payloads);

    assertThat(surveyed).extracting(SurveyedBlock::block).isEqualTo(blocks());
    for (int i = 0; i < payloads.size(); i++) {
      double bits = 0;
      for (float place : surveyed.get(i).bits()) {
        bits += place;
      }
      assertThat(bits).isPositive().isLessThan(8.0 * payloads.get(i).length + 64);
    }
  }

  @Test
  void garbageDecodesToSamplesInRange() {
    Random random = new Random(8);
    for (BlockLayout layout : layouts()) {
      for (int length : new int[] {0, 1, 5, 100, 3000}) {
        byte[] garbage = new byte[length];
        random.nextBytes(garbage);
        Block block = model.decode(List.of(layout), List.of(garbage)).get(0);
        assertThat(block.layout()).isEqualTo(layout);
        assertThat(Arrays.stream(block.planes()).flatMapToInt(Arrays::stream))
            .allMatch(sample -> sample >= layout.least() && sample <= layout.greatest());
      }
    }
  }

  @Test
  void itSaysWhatItCovers() {
    assertThat(layouts()).allMatch(model::covers);
    assertThat(model.covers(strange())).isFalse();
    assertThat(model.device()).isIn("cpu", "gpu");
    assertThat(model.id().digest()).hasSize(64);
  }

  private List<BlockLayout> layouts() {
    return blocks().stream().map(Block::layout).toList();
  }

  private static List<byte[]> payloads(List<ModelledBlock> blocks) {
    return blocks.stream().map(ModelledBlock::payload).toList();
  }
}
