package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.media.Modality;
import io.ardmstream.tensorflow.TensorFlowEngine;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Containers written once must be readable for ever: what each published model makes of a block is
 * written down as a digest, which never changes.
 */
class PublishedPayloadsTest {

  private static final Properties DIGESTS = new Properties();
  private static BundleRegistry registry;

  @BeforeAll
  static void open() throws IOException {
    registry = new BundleRegistry(BundleRegistry.published(), new TensorFlowEngine(), 1);
    try (InputStream in =
        PublishedPayloadsTest.class.getResourceAsStream("payload-digests.properties")) {
      DIGESTS.load(in);
    }
  }

  @AfterAll
  static void close() {
    registry.close();
  }

  static Stream<ModelId> models() throws IOException {
    try (BundleRegistry published =
        new BundleRegistry(BundleRegistry.published(), new TensorFlowEngine(), 1)) {
      return published.available().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void theBlockIsCodedAsEverAndDecoded(ModelId id) throws Exception {
    BlockModel model = registry.byDigest(id.digest()).orElseThrow();
    Block block = Stream.of(sound(), picture()).filter(b -> covers(model, b)).findFirst().get();

    byte[] payload = model.encode(List.of(block)).get(0).payload();

    String key = id.name() + "-" + id.version();
    assertThat(sha256(payload)).as(key).isEqualTo(DIGESTS.getProperty(key));
    assertThat(model.decode(List.of(block.layout()), List.of(payload))).containsExactly(block);
  }

  private static boolean covers(BlockModel model, Block block) {
    return model.covers(block.layout());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** Two tones with a little noise, stereo, 16 bits. */
  private static Block sound() {
    int[][] planes = new int[2][3000];
    Random random = new Random(1);
    for (int i = 0; i < planes[0].length; i++) {
      int low = 100 * Math.abs(i % 90 - 45);
      int high = 300 * Math.abs(i % 14 - 7);
      planes[0][i] = low + high / 2 + random.nextInt(40) - 3000;
      planes[1][i] = low / 3 + high + random.nextInt(40) - 2000;
    }
    return new Block(new BlockLayout(Modality.AUDIO, 3000, 1, 2, 16, true), planes);
  }

  /** A gradient with a little noise, in colour. */
  private static Block picture() {
    int width = 28;
    int height = 24;
    int[][] planes = new int[3][width * height];
    Random random = new Random(2);
    for (int i = 0; i < width * height; i++) {
      for (int c = 0; c < 3; c++) {
        planes[c][i] = 3 * (i % width) + (c + 2) * (i / width) + random.nextInt(6);
      }
    }
    return new Block(new BlockLayout(Modality.IMAGE, width, height, 3, 8, false), planes);
  }
}
