package io.ardmstream.deflate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.UnsupportedInputException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32C;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeflatedTest {
  private static final int MOST = 1 << 20;
  private static final int WINDOW = 15;

  /** What the specification has as an example. */
  @Test
  void theExampleOfTheSpecification() {
    byte[] stream = HexFormat.of().parseHex("4b2c4ac955488413c52545a989b900");
    Deflated deflated = Deflated.of(stream, 0, MOST, WINDOW);
    assertThat(new String(deflated.plain(), US_ASCII)).isEqualTo("ardm ardm ardm stream");
    assertThat(deflated.corrections()).containsExactly(0x06, 0xF8, 0xC0);
    assertThat(deflated.end()).isEqualTo(stream.length);
    assertThat(Deflated.rebuild(deflated.plain(), deflated.corrections())).isEqualTo(stream);
  }

  /** Corrections that were once written are read for ever: a line may be added, none may change. */
  @ParameterizedTest
  @CsvSource({
    "267, 26f8b18fbb82a47d0b3309810d3fc54befcf8c4496a7ff57bb57dcd7c32e2745e89c763c0eab4552356216ae96b70924f458759f9d568f7a96, 4078788135",
    "1070, 29f8d07a6fe65b8c7e1a99ee48fb309213ae2dabf4c33e0923c2ff071467fe5dc486039936c315852e2dbe9a62f8890311ea859e1b1e2641a2d23a4dde997b0d1dca3afbe4b2e3199482b9b9, 624437978"
  })
  void frozenCorrections(long seed, String hex, long checksum) {
    RandomDeflater deflater = new RandomDeflater(seed);
    deflater.stream();
    CRC32C crc = new CRC32C();
    crc.update(Deflated.rebuild(deflater.plain(), HexFormat.of().parseHex(hex)));
    assertThat(crc.getValue()).isEqualTo(checksum);
  }

  @Property(tries = 200)
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

  @Property(tries = 15)
  void cutStreamsAreRefused(@ForAll long seed) {
    byte[] stream = new RandomDeflater(seed).stream();
    for (int length = 0; length < stream.length; length += 1 + stream.length / 60) {
      byte[] cut = Arrays.copyOf(stream, length);
      assertThatThrownBy(() -> Deflated.of(cut, 0, MOST, WINDOW))
          .isInstanceOf(UnsupportedInputException.class)
          .hasMessageContaining("ends too early");
    }
  }

  @Property(tries = 15)
  void flippedStreamsAreRefusedOrComeBackFlipped(@ForAll long seed) {
    byte[] stream = new RandomDeflater(seed).stream();
    Random random = new Random(seed);
    for (int i = 0; i < 15; i++) {
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

  @Property(tries = 15)
  void damagedCorrectionsAreToldOrGiveAnotherStream(@ForAll long seed) {
    RandomDeflater deflater = new RandomDeflater(seed);
    Deflated deflated = Deflated.of(deflater.stream(), 0, MOST, WINDOW);
    Random random = new Random(seed);
    for (int i = 0; i < 15; i++) {
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
    "030200, a distance beyond the first byte",
    "edffffffff, too many codes",
  })
  void defectsHaveNames(String hex, String complaint) {
    byte[] stream = Arrays.copyOf(HexFormat.of().parseHex(hex), 300);
    assertThatThrownBy(() -> Deflated.of(stream, 0, MOST, WINDOW))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource({"'', are missing", "e6f8, are of unknown settings", "1ff8, are of unknown settings"})
  void correctionsWithoutSenseAreCorrupt(String hex, String complaint) {
    byte[] corrections = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> Deflated.rebuild(new byte[9], corrections))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(complaint);
  }
}
