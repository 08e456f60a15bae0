package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.LeaningBlock;
import io.ardmstream.block.LeaningCoder;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.block.ModelId;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.media.Modality;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Groups of sound written once must be readable for ever: payloads of three pieces, of which the
 * second is short and the third has equal channels, and a fourth one, by each published model that
 * has sound go on.
 */
class PublishedSoundGroupsTest {
  private static final int[] LENGTHS = {300, 7, 60, 150};
  private static final int EQUAL = 2;

  @Test
  void groupsOfSoundAreWrittenAndDecodedAsEver() throws IOException {
    Properties payloads = new Properties();
    try (InputStream in =
        PublishedSoundGroupsTest.class.getResourceAsStream("sound-group-payloads.properties")) {
      payloads.load(in);
    }
    int pieces = 0;
    try (BundleRegistry registry =
        new BundleRegistry(BundleRegistry.published(), InferenceEngine.java(), 1)) {
      for (ModelId id : registry.available()) {
        if (registry.byDigest(id.digest()).orElseThrow() instanceof LeaningCoder coder
            && coder.leans(piece(0).layout())) {
          requireAsEver(id, coder, payloads);
          pieces += LENGTHS.length;
        }
      }
    }
    assertThat(pieces).isEqualTo(payloads.size()).isPositive();
  }

  private static void requireAsEver(ModelId id, LeaningCoder coder, Properties payloads) {
    BlockHistory written = coder.history(piece(0).layout(), LeaningRules.CURRENT);
    BlockHistory read = coder.history(piece(0).layout(), LeaningRules.CURRENT);
    for (int k = 0; k < LENGTHS.length; k++) {
      String key = "%s-%d.%d".formatted(id.name(), id.version(), k);
      Block piece = piece(k);
      LeaningBlock coded = coder.encodeNext(List.of(written), List.of(piece)).get(0);
      String made = HexFormat.of().formatHex(coded.coded().payload());
      assertThat(payloads.getProperty(key)).as(key).isEqualTo(made);
      byte[] payload = HexFormat.of().parseHex(payloads.getProperty(key));
      assertThat(coder.decodeNext(List.of(read), List.of(piece.layout()), List.of(payload)))
          .as(key)
          .containsExactly(piece);
    }
  }

  /** Two triangles, the second channel louder with the first, and a little noise. */
  private static Block piece(int number) {
    int from = 0;
    for (int k = 0; k < number; k++) {
      from += LENGTHS[k];
    }
    int frames = LENGTHS[number];
    int[][] planes = new int[2][frames];
    Random random = new Random(number);
    for (int t = 0; t < frames; t++) {
      int at = from + t;
      int left = 100 * Math.abs(at % 90 - 45) + 150 * Math.abs(at % 14 - 7);
      planes[0][t] = left + random.nextInt(40) - 3000;
      planes[1][t] = number == EQUAL ? planes[0][t] : left / 3 + random.nextInt(20) - 1500;
    }
    return new Block(new BlockLayout(Modality.AUDIO, frames, 1, 2, 16, true), planes);
  }
}
