package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.tensorflow.TensorFlowEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the published models promise, on the sample media. */
class ShippedModelsTest {

  private static final Path SAMPLES = Path.of("..", "samples");
  private static final List<String> MODELS = List.of("image-fast", "audio-fast", "audio-best");
  private static BundleRegistry tensorFlow;
  private static BundleRegistry reference;

  @BeforeAll
  static void open() throws IOException {
    tensorFlow = new BundleRegistry(BundleRegistry.published(), new TensorFlowEngine(), 2);
    reference = new BundleRegistry(BundleRegistry.published(), InferenceEngine.java(), 1);
  }

  @AfterAll
  static void close() {
    tensorFlow.close();
    reference.close();
  }

  private static List<Block> blocks(BlockModel model) throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(f -> f.toString().matches(".*/(images|audio)/.*\\.(png|ppm|pgm|bmp|wav)"))
          .sorted()
          .flatMap(ShippedModelsTest::blocksOf)
          .filter(block -> model.covers(block.layout()))
          .toList();
    }
  }

  private static Stream<Block> blocksOf(Path file) {
    try {
      Media media = MediaFormats.parse(Files.readAllBytes(file), MediaOptions.defaults());
      BlockGrid grid = BlockSizes.defaults().grid(media.layout());
      return IntStream.range(0, grid.count()).mapToObj(i -> grid.cut(media.planes(), i));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<BlockLayout> layouts(List<Block> blocks) {
    return blocks.stream().map(Block::layout).toList();
  }

  private static List<byte[]> payloads(List<ModelledBlock> coded) {
    return coded.stream().map(ModelledBlock::payload).toList();
  }

  @Test
  void sampleMediaSurviveAndTheCoderLosesLessThanAThousandth() throws IOException {
    for (String name : MODELS) {
      BlockModel model = tensorFlow.byName(name).orElseThrow();
      List<Block> blocks = blocks(model);
      List<ModelledBlock> coded = model.encode(blocks);
      assertThat(model.decode(layouts(blocks), payloads(coded))).isEqualTo(blocks);
      double ideal = coded.stream().mapToDouble(ModelledBlock::idealBits).sum();
      double actual = coded.stream().mapToDouble(c -> 8.0 * c.payload().length).sum();
      assertThat(actual).as(name).isCloseTo(ideal, within(0.001 * ideal));
    }
  }

  @Test
  void whatTensorFlowEncodesPlainJavaDecodes() throws IOException {
    for (String name : MODELS) {
      BlockModel encoder = tensorFlow.byName(name).orElseThrow();
      List<Block> small =
          blocks(encoder).stream().filter(b -> b.layout().planeSize() < 30_000).limit(2).toList();
      assertThat(small).isNotEmpty();
      List<byte[]> payloads = payloads(encoder.encode(small));
      BlockModel decoder = reference.byName(name).orElseThrow();
      assertThat(decoder.decode(layouts(small), payloads)).isEqualTo(small);
      assertThat(Arrays.deepEquals(payloads(decoder.encode(small)).toArray(), payloads.toArray()))
          .isTrue();
    }
  }
}
