package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.LeaningModel;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.block.ModelId;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.media.Modality;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Groups written once must be readable for ever: payloads of three frames by each published model
 * whose blocks lean on each other.
 */
class PublishedGroupsTest {
  private static final int FRAMES = 3;
  private static final Properties PAYLOADS = new Properties();
  private static BundleRegistry registry;

  @BeforeAll
  static void open() throws IOException {
    registry = new BundleRegistry(BundleRegistry.published(), InferenceEngine.java(), 1);
    try (InputStream in =
        PublishedGroupsTest.class.getResourceAsStream("group-payloads.properties")) {
      PAYLOADS.load(in);
    }
  }

  @AfterAll
  static void close() {
    registry.close();
  }

  @Test
  void groupsAreDecodedAsEver() {
    int leaning = 0;
    for (ModelId id : registry.available()) {
      BlockModel model = registry.byDigest(id.digest()).orElseThrow();
      if (model instanceof LeaningModel group && group.leans(frame(0).layout())) {
        for (LeaningRules rules : LeaningRules.values()) {
          assertThat(decode(id, group, rules, rules.name(), frame(0).layout()))
              .as("%s, %s rules", id, rules)
              .containsExactly(frame(0), frame(1), frame(2));
          leaning++;
        }
        assertThat(decode(id, group, LeaningRules.THIRD, "MOVED", moved(0).layout()))
            .as("%s, moved by half a column", id)
            .containsExactly(moved(0), moved(1), moved(2));
        assertThat(decode(id, group, LeaningRules.THIRD, "PLANES", planes(0).layout()))
            .as("%s, planes of a frame", id)
            .containsExactly(planes(0), planes(1), planes(2));
        leaning += 2;
      }
    }
    assertThat(FRAMES * leaning).isEqualTo(PAYLOADS.size()).isPositive();
  }

  private static List<Block> decode(
      ModelId id, LeaningModel group, LeaningRules rules, String name, BlockLayout layout) {
    BlockHistory history = group.history(layout, rules);
    List<Block> decoded = new ArrayList<>();
    for (int k = 0; k < FRAMES; k++) {
      String key = "%s-%d.%s.%d".formatted(id.name(), id.version(), name, k);
      assertThat(PAYLOADS.getProperty(key)).as("payload on file: " + key).isNotNull();
      byte[] payload = HexFormat.of().parseHex(PAYLOADS.getProperty(key));
      decoded.addAll(group.decodeNext(List.of(history), List.of(payload)));
    }
    return decoded;
  }

  /** A gradient with texture, in colour, which moves by two columns and a row each time. */
  private static Block frame(int time) {
    return frame(time, 6, false);
  }

  /** One of more contrast, the second time by half a column more. */
  private static Block moved(int time) {
    return frame(time, 50, time == 1);
  }

  private static Block frame(int time, int contrast, boolean between) {
    int width = 28;
    int height = 24;
    int broad = width + 2 * FRAMES;
    int[][] texture = new int[3][broad * (height + FRAMES)];
    Random random = new Random(2);
    for (int i = 0; i < texture[0].length; i++) {
      for (int c = 0; c < 3; c++) {
        texture[c][i] = 3 * (i % broad) + (c + 2) * (i / broad) + random.nextInt(contrast);
      }
    }
    int[][] planes = new int[3][width * height];
    for (int i = 0; i < width * height; i++) {
      int from = (i / width + time) * broad + i % width + 2 * time;
      for (int c = 0; c < 3; c++) {
        int sample = (texture[c][from] + texture[c][from + (between ? 1 : 0)]) / 2;
        planes[c][i] = sample + (i + 7 * time) % 11 / 10;
      }
    }
    return new Block(new BlockLayout(Modality.IMAGE, width, height, 3, 8, false), planes);
  }

  /** The luma of these, below it colours of half the rows and columns, all in one picture. */
  private static Block planes(int time) {
    Block frame = moved(time);
    int width = frame.layout().width();
    int height = frame.layout().height();
    int rows = height * 2 / 3;
    int[] plane = Arrays.copyOf(frame.planes()[0], width * height);
    for (int y = 0; y < rows / 2; y++) {
      for (int x = 0; x < width / 2; x++) {
        int from = 2 * y * width + 2 * x;
        int to = (rows + y) * width + x;
        plane[to] = 250 - frame.planes()[1][from] / 3;
        plane[to + width / 2] = frame.planes()[2][from] / 3;
      }
    }
    BlockLayout layout = new BlockLayout(Modality.IMAGE, width, height, 1, 8, false);
    return new Block(layout, new int[][] {plane});
  }
}
