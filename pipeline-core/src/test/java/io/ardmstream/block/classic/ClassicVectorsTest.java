package io.ardmstream.block.classic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.SampleRange;
import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.media.Modality;
import io.ardmstream.mixing.Hash;
import io.ardmstream.mixing.Logistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test vectors of {@code docs/FORMAT.md}, section CLASSIC, are what the code computes. */
class ClassicVectorsTest {
  private static final Path SPECIFICATION = Path.of("..", "docs", "FORMAT.md");

  /** A probability and the bit that was passed with it. */
  private static final Predicate<String> BIT = text -> text.matches("[0-9]+/[01]");

  private static final String COPIES = "02 04 c2300735d4adf71d";
  private static final String WARM = "03 00 ac23df47669f5131";
  private static final String PLAIN = "01 00 c22d0154048a3418";
  private static final String SOUND = "01 00 3fece9f1bf4cd45db5597e";

  private static final BlockLayout DRAWING_LAYOUT =
      new BlockLayout(Modality.IMAGE, 8, 4, 1, 8, false);
  private static final int[] DRAWING = {
    42, 40, 42, 42, 42, 40, 42, 42,
    40, 40, 40, 42, 40, 40, 40, 42,
    42, 40, 42, 42, 42, 40, 42, 42,
    42, 42, 42, 42, 42, 42, 42, 42,
  };
  private static final BlockLayout SOUND_LAYOUT =
      new BlockLayout(Modality.AUDIO, 8, 1, 2, 16, true);
  private static final int[][] SOUND_SAMPLES = {
    {0, 3, 7, 4, -2, -6, -3, 1}, {0, 2, 6, 5, -1, -5, -4, 0},
  };

  @ParameterizedTest
  @ValueSource(strings = {COPIES, WARM, PLAIN})
  void payloadsOfTheDrawingDecode(String payload) throws IOException {
    Block decoded = new ClassicCoder().decode(DRAWING_LAYOUT, bytes(payload));
    assertThat(decoded.planes()[0]).isEqualTo(DRAWING);
    assertThat(Files.readString(SPECIFICATION)).contains("`" + payload + "`");
  }

  @Test
  void thePayloadOfTheSoundDecodes() throws IOException {
    Block decoded = new ClassicCoder().decode(SOUND_LAYOUT, bytes(SOUND));
    assertThat(decoded.planes()).isDeepEqualTo(SOUND_SAMPLES);
    assertThat(Files.readString(SPECIFICATION)).contains("`" + SOUND + "`");
  }

  @Test
  @DisplayName("the encoder writes the payloads with the numbers that it prefers")
  void theEncoderWritesThem() {
    ClassicCoder coder = new ClassicCoder();
    assertThat(coder.encode(new Block(DRAWING_LAYOUT, new int[][] {DRAWING})))
        .isEqualTo(bytes(WARM));
    assertThat(coder.encode(new Block(SOUND_LAYOUT, SOUND_SAMPLES))).isEqualTo(bytes(SOUND));
  }

  @Test
  @DisplayName("the bits of the drawing's first row have the probabilities of the table")
  void bitsOfTheDrawing() throws IOException {
    List<String> bits = bits(COPIES, new PictureCoding(), DRAWING_LAYOUT);
    assertThat(bits).hasSize(76);
    assertThat(bits.subList(0, 13)).allMatch(bit -> bit.startsWith("32893/"));
    assertThat(outcomes(bits.subList(0, 13))).isEqualTo("0 0 1 1 1 1 1 0 0 1 0 1 0");
    List<String> rest = new ArrayList<>(bits.subList(13, bits.size()));
    for (String row : rowsOfTheTable()) {
      List<String> listed = Stream.of(row.split("[^0-9/]+")).filter(BIT).toList();
      assertThat(rest).startsWith(listed.toArray(String[]::new));
      rest = rest.subList(listed.size(), rest.size());
    }
    assertThat(bits.size() - rest.size()).isEqualTo(36);
  }

  @Test
  void bitsOfTheSound() throws IOException {
    List<String> bits = bits(SOUND, new PlainCoding(), SOUND_LAYOUT);
    assertThat(bits).hasSize(82);
    String text = Files.readString(SPECIFICATION);
    String listed = text.substring(text.indexOf("It has 82 bits"));
    listed = listed.substring(0, listed.indexOf("\n\n"));
    String[] first = Stream.of(listed.split("[^0-9/]+")).filter(BIT).toArray(String[]::new);
    assertThat(first).hasSize(12);
    assertThat(bits).startsWith(first);
  }

  @Test
  @DisplayName("hashes, magnitudes and log odds are those of the section Numbers")
  void numbers() {
    assertThat(Hash.mix(1, 0, 0)).isEqualTo(0x2c1a5cb4);
    assertThat(Hash.mix(7, 40, 5) | 1).isEqualTo(0x3886544d);
    assertThat(Hash.mix(7, 42, 5) | 1).isEqualTo(0x8b7fb13d);
    assertThat(Stream.iterate(0, m -> m + 1).limit(9).map(Hash::fineLog))
        .containsExactly(0, 1, 2, 3, 12, 13, 14, 15, 16);
    assertThat(Stream.of(-3072, -256, 0, 1, 256, 1000, 3071).map(Logistic::squash))
        .containsExactly(1, 17625, 32768, 32830, 47911, 64217, 65535);
    assertThat(Stream.of(1, 32, 512, 32768, 60000, 65535).map(Logistic::stretch))
        .containsExactly(-2304, -1898, -1243, 1, 615, 2304);
  }

  @Test
  @DisplayName("the drawing and the sound are those of the specification")
  void samples() throws IOException {
    String text = Files.readString(SPECIFICATION).replace('−', '-');
    assertThat(text)
        .contains("42 40 42 42 42 40 42 42\n    40 40 40 42 40 40 40 42\n")
        .contains("left   " + spaced(SOUND_SAMPLES[0]))
        .contains("right  " + spaced(SOUND_SAMPLES[1]));
  }

  /** The rows of the pixels 1 to 7. */
  private static List<String> rowsOfTheTable() throws IOException {
    return Files.readString(SPECIFICATION)
        .lines()
        .filter(line -> line.matches("\\| [1-7]: 4[02] \\| [0-9a-f]{8} \\|.*"))
        .toList();
  }

  /** Every bit that decoding passes, with its probability. */
  private static List<String> bits(String payload, SampleCoding content, BlockLayout layout) {
    byte[] coded = bytes(payload);
    BinaryDecoder decoder = new BinaryDecoder(coded, 2);
    List<String> bits = new ArrayList<>();
    BitCoder recorder =
        (ignored, probability) -> {
          int bit = decoder.pass(ignored, probability);
          bits.add(probability + "/" + bit);
          return bit;
        };
    int[][] planes = Block.blank(layout).planes();
    content.pass(planes, layout, SampleRange.of(layout), coded[1], recorder);
    return bits;
  }

  private static String outcomes(List<String> bits) {
    return String.join(" ", bits.stream().map(bit -> bit.substring(bit.indexOf('/') + 1)).toList());
  }

  private static byte[] bytes(String payload) {
    return HexFormat.of().parseHex(payload.replace(" ", ""));
  }

  private static String spaced(int[] numbers) {
    return String.join(" ", Arrays.stream(numbers).mapToObj(Integer::toString).toList());
  }
}
