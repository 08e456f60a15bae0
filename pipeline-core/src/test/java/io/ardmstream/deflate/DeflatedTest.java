package io.ardmstream.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.UnsupportedInputException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeflatedTest {
  private static final int MOST = 1 << 20;
  private static final int WINDOW = 15;

  /** Two blocks by zlib: what the specification works through. */
  @Test
  void theExampleOfTheSpecification() {
    byte[] stream = HexFormat.of().parseHex("4b4c4a4e494d4bcfc8cccacec9cdcb2f283400");
    Deflated deflated = Deflated.of(stream, 0, MOST, WINDOW);
    assertThat(deflated.end()).isEqualTo(stream.length);
    assertThat(Deflated.rebuild(deflated.plain(), deflated.corrections())).isEqualTo(stream);
  }

  @Property(tries = 300)
  void streamsOfArbitraryChoicesComeBack(@ForAll long seed) throws Exception {
    RandomDeflater deflater = new RandomDeflater(seed);
    byte[] stream = deflater.stream();
    Deflated deflated = Deflated.of(stream, 0, MOST, WINDOW);
    assertThat(deflated.plain()).isEqualTo(deflater.plain());
    assertThat(deflated.end()).isEqualTo(stream.length);
    assertThat(Deflated.rebuild(deflated.plain(), deflated.corrections())).isEqualTo(stream);
  }

  @Property(tries = 100)
  void anotherInflaterReadsTheSameBytes(@ForAll long seed) {
    RandomDeflater deflater = new RandomDeflater(seed);
    byte[] stream = deflater.stream();
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(stream);
      byte[] plain = new byte[deflater.plain().length + 1];
      int length = inflater.inflate(plain);
      assertThat(Arrays.copyOf(plain, length)).isEqualTo(deflater.plain());
    } catch (java.util.zip.DataFormatException stricter) {
      // zlib refuses codes that are not complete, and more symbols than have a meaning
      assertThat(stricter).hasMessageMatching("(?s)(invalid|incomplete|too many).*");
    } finally {
      inflater.end();
    }
  }

  @Property(tries = 40)
  void cutStreamsAreRefused(@ForAll long seed) {
    byte[] stream = new RandomDeflater(seed).stream();
    for (int length = 0; length < stream.length; length += 1 + stream.length / 60) {
      byte[] cut = Arrays.copyOf(stream, length);
      assertThatThrownBy(() -> Deflated.of(cut, 0, MOST, WINDOW))
          .isInstanceOf(UnsupportedInputException.class)
          .hasMessageContaining("ends too early");
    }
  }

  @Property(tries = 40)
  void flippedStreamsAreRefusedOrComeBackFlipped(@ForAll long seed) {
    byte[] stream = new RandomDeflater(seed).stream();
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      byte[] flipped = stream.clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        Deflated deflated = Deflated.of(flipped, 0, MOST, WINDOW);
        assertThat(Deflated.rebuild(deflated.plain(), deflated.corrections()))
            .isEqualTo(Arrays.copyOf(flipped, deflated.end()));
      } catch (UnsupportedInputException refused) {
        assertThat(refused.what()).startsWith("DEFLATE: ");
      }
    }
  }

  @Property(tries = 40)
  void damagedCorrectionsAreToldOrGiveAnotherStream(@ForAll long seed) {
    RandomDeflater deflater = new RandomDeflater(seed);
    Deflated deflated = Deflated.of(deflater.stream(), 0, MOST, WINDOW);
    Random random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      byte[] damaged = deflated.corrections().clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
      try {
        byte[] rebuilt = Deflated.rebuild(deflated.plain(), damaged);
        assertThat(Deflated.of(rebuilt, 0, MOST, WINDOW).plain()).isEqualTo(deflated.plain());
      } catch (ArdmException told) {
        assertThat(told).isInstanceOf(CorruptDataException.class);
      }
    }
  }

  @Test
  void bombsAreRefusedBeforeMemoryIsTaken() {
    byte[] zeros = new byte[1 << 22];
    byte[] bomb = Zlib.deflate(zeros, 9, 0);
    assertThatThrownBy(() -> Deflated.of(bomb, 0, 1 << 16, WINDOW))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("more than 65536 bytes");
  }

  @Test
  void endlessEmptyBlocksAreRefused() {
    byte[] empty = new byte[5 << 17];
    for (int i = 0; i < empty.length; i += 5) {
      empty[i + 3] = (byte) 0xFF;
      empty[i + 4] = (byte) 0xFF;
    }
    assertThatThrownBy(() -> Deflated.of(empty, 0, MOST, WINDOW))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("too many blocks");
  }

  @ParameterizedTest
  @CsvSource({
    "07, a block of unknown kind",
    "0100000000, a stored block contradicts its length",
    "4b0400, a distance beyond the first byte",
    "edffffffff, too many codes of runs",
  })
  void defectsHaveNames(String hex, String complaint) {
    byte[] stream = Arrays.copyOf(HexFormat.of().parseHex(hex), 300);
    assertThatThrownBy(() -> Deflated.of(stream, 0, MOST, WINDOW))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "'', are missing",
    "06f8ff, are of unknown settings",
    "5ff800, are of unknown settings"
  })
  void correctionsWithoutSenseAreCorrupt(String hex, String complaint) {
    byte[] corrections = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> Deflated.rebuild(new byte[9], corrections))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(complaint);
  }
}
