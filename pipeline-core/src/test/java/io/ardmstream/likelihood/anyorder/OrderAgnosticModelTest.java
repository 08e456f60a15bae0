package io.ardmstream.likelihood.anyorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockModelContract;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.bundle.Digests;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.TinyBundles;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.media.Modality;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderAgnosticModelTest extends BlockModelContract {

  private static final InferenceEngine JAVA = InferenceEngine.java();

  private static OrderAgnosticModel open(int base, int order, InferenceEngine engine, int threads)
      throws IOException {
    ModelBundle bundle =
        ModelBundle.load(TinyBundles.source(TinyBundles.orderAgnosticFiles(base, order)));
    return OrderAgnosticModel.open(bundle, engine.load(bundle), threads);
  }

  @Override
  protected BlockModel open(int threads) throws IOException {
    return open(16, 2, JAVA, threads).inSteps(6);
  }

  @Override
  protected List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      blocks.add(random(10 + 7 * i, 40 - 9 * i, i));
    }
    return blocks;
  }

  @Override
  protected BlockLayout strange() {
    return new BlockLayout(Modality.IMAGE, 8, 8, 1, 8, false);
  }

  private static BlockLayout layout(int width, int height) {
    return new BlockLayout(Modality.IMAGE, width, height, 3, 8, false);
  }

  private static Block random(int width, int height, long seed) {
    Block block = Block.blank(layout(width, height));
    Random random = new Random(seed);
    for (int[] plane : block.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = random.nextInt(256);
      }
    }
    return block;
  }

  private static byte[] payload(BlockModel model, Block block) {
    return model.encode(List.of(block)).get(0).payload();
  }

  private static Block decoded(BlockModel model, Block block, byte[] payload) {
    return model.decode(List.of(block.layout()), List.of(payload)).get(0);
  }

  @ParameterizedTest
  @CsvSource({"2,0", "4,1", "16,2", "16,0", "16,1", "16,127", "256,2"})
  void digitsOfAnyBaseAndInAnyOrderComeBack(int base, int order) throws IOException {
    Block block = random(33, 9, base + order);
    try (OrderAgnosticModel model = open(base, order, JAVA, 1)) {
      BlockModel eleven = model.inSteps(11);
      assertThat(decoded(model, block, payload(eleven, block))).isEqualTo(block);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 3072, Integer.MAX_VALUE})
  void theStepsAreChosenWhenEncodingAndStandInThePayload(int steps) throws IOException {
    Block block = random(5, 4, 3);
    try (OrderAgnosticModel model = open(16, 2, JAVA, 1)) {
      byte[] payload = payload(model.inSteps(steps), block);
      List<Integer> chosen = CodingPlan.read(payload, 2).plan().steps();
      int sum = chosen.stream().mapToInt(Integer::intValue).sum();
      assertThat(sum).isEqualTo(Math.max(2, Math.min(2 * 3072, steps)));
      assertThat(decoded(model, block, payload)).isEqualTo(block);
    }
  }

  @Test
  void theReferenceMakesTheSamePayload() throws IOException {
    Block block = random(32, 20, 8);
    try (OrderAgnosticModel fast = open(16, 2, JAVA, 1);
        OrderAgnosticModel slow = open(16, 2, InferenceEngine.reference(), 1)) {
      byte[] payload = payload(fast.inSteps(5), block);
      assertThat(payload(slow.inSteps(5), block)).isEqualTo(payload);
      assertThat(decoded(slow, block, payload)).isEqualTo(block);
    }
  }

  @Test
  void payloadsStayAsTheyWere() throws IOException {
    try (OrderAgnosticModel model = open(16, 2, JAVA, 1)) {
      byte[] payload = payload(model.inSteps(8), random(40, 12, 1));
      assertThat(Digests.sha256(payload))
          .isEqualTo("e5b582d40b4ace9187389321e0731e59665ad1507da74068d5d519d42742dc1f");
    }
  }

  @Test
  void bitsAreToldByStage() throws IOException {
    try (OrderAgnosticModel model = open(16, 2, JAVA, 1)) {
      ModelledBlock coded = model.inSteps(4).encode(List.of(random(16, 16, 2))).get(0);
      assertThat(coded.stageBits()).hasSize(2);
      assertThat(coded.stageBits()[0] + coded.stageBits()[1])
          .isCloseTo(coded.idealBits(), org.assertj.core.data.Offset.offset(1e-6));
      assertThat(8.0 * coded.payload().length - coded.idealBits()).isBetween(0.0, 120.0);
    }
  }

  @Test
  void completionKeepsWhatIsGivenAndDrawsTheRestBySeed() throws IOException {
    Block given = random(34, 8, 5);
    BitSet positions = new BitSet();
    positions.set(0, 100);
    try (OrderAgnosticModel model = open(16, 2, JAVA, 2)) {
      Block first = model.inSteps(5).complete(List.of(given), List.of(positions), 1).get(0);
      for (int channel = 0; channel < 3; channel++) {
        assertThat(first.planes()[channel]).startsWith(start(given.planes()[channel], 100));
      }
      assertThat(model.inSteps(5).complete(List.of(given), List.of(positions), 1))
          .containsExactly(first);
      assertThat(model.inSteps(5).complete(List.of(given), List.of(positions), 2).get(0))
          .isNotEqualTo(first);
    }
  }

  private static int[] start(int[] plane, int count) {
    return java.util.Arrays.copyOf(plane, count);
  }

  @Test
  void theRegistryKnowsTheFamily() throws IOException {
    ModelBundle bundle =
        ModelBundle.load(TinyBundles.source(TinyBundles.orderAgnosticFiles(16, 2)));
    try (BundleRegistry registry = new BundleRegistry(List.of(bundle), JAVA, 1)) {
      assertThat(registry.byName("tiny-any")).get().isInstanceOf(OrderAgnosticModel.class);
      assertThat(registry.covers("tiny-any", layout(7, 900))).isTrue();
      assertThat(registry.covers("tiny-any", strangeLayout())).isFalse();
    }
  }

  private static BlockLayout strangeLayout() {
    return new BlockLayout(Modality.IMAGE, 8, 8, 4, 8, false);
  }

  @Test
  void aTableOfLossesOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> LossTable.read(new byte[10], 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("losses of 2 stages");
  }
}
