package io.ardmstream.deflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ardmstream.coder.binary.BinaryEncoder;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What zlib 1.2.13 does is predicted without a miss. */
class ZlibReplayTest {
  private static final int MOST = 1 << 28;
  private static final int WINDOW = 15;
  private static final long REFERENCE = 1437784721L;
  private static final byte[] PLAIN = Texts.mixture(120000, 5);

  /**
   * Streams that zlib 1.2.13 once made of these bytes, by level, strategy, memLevel and windowBits:
   * frozen, a line may be added, none may change.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 8, 15, 60f8e80008003663d92f9f, 120015, 150914604",
    "1, 0, 5, 10, 01a5a0000000006a3175c7653b82, 61830, 1113617216",
    "1, 0, 8, 15, 01f8a0000000051fca, 57251, 578803795",
    "2, 0, 8, 15, 02f8a00000000ae778, 55956, 4214479532",
    "3, 0, 1, 15, 03f1a00000000b4febe3411962c332707fe3e5537a43bacc9d978f75ec2796e4620814e03cb2c6cf955799bde58065f1ce5f809899358392b8486a7530ed7b439a75aa49e47652bd3c, 54736, 2710730637",
    "3, 0, 8, 15, 03f8a0000000162aa4, 53849, 2047854467",
    "4, 0, 8, 15, 04f8a0000000018d24, 54126, 997894295",
    "4, 1, 8, 15, 24f8a0000000006f693077, 55934, 2621993100",
    "5, 0, 8, 15, 05f8a0000000014a79, 53146, 3446890535",
    "6, 0, 1, 15, 06f1a000000009142994193ad233147276fff6de35a9dd5e794758e9a9af43fe2cb1eebba67938c47d07987fb18994e1717268654f79185dc6f4268e60, 50910, 527249170",
    "6, 0, 2, 15, 06f2a00000000167654f907dbd4ae8770ff77a32bec2fa6678128b99d090eae6ebbe0be2805eab94074177d074cefc21212d, 50221, 1609029890",
    "6, 0, 3, 15, 06f3a00000000124862bf58c4d3c5d7a553938b12252fd8d578c6db3a1e7bbb6b6a0b9d0aa27e0, 50485, 294408330",
    "6, 0, 4, 15, 06f4a00000000003db04d0d37317788c95a8b54b68faa57c, 51501, 597031039",
    "6, 0, 5, 15, 06f5a0000000000846f9fc64d8, 51571, 2080934546",
    "6, 0, 6, 15, 06f6a00000000038e7190081, 51670, 3503285226",
    "6, 0, 7, 15, 06f7a00000000064a065, 51726, 2381797925",
    "6, 0, 8, 15, 06f8a00000000045ba6e, 51884, 1437784721",
    "6, 0, 8, 9, 0698a0000000001300b9, 61590, 3621022487",
    "6, 0, 9, 15, 06f9a000000000b758, 51958, 3954879322",
    "6, 1, 8, 15, 26f8a00000000057e7d3, 53738, 1694125449",
    "6, 2, 8, 15, 60f8a000000029e0f7f9cb, 81352, 1591350394",
    "6, 3, 8, 15, 40f8a000000000f4446a35, 65360, 3296802251",
    "6, 4, 8, 15, 06f8c0049d, 57135, 347574283",
    "7, 0, 8, 15, 07f8a00000000091b8, 51867, 254952763",
    "8, 0, 8, 15, 08f8a0000000005c3660, 51771, 2641754753",
    "9, 0, 8, 15, 09f8a000000000a884, 51754, 4092917641",
    "9, 0, 9, 12, 09c9a0000000008ca9, 60420, 1623749062",
    "9, 1, 8, 15, 29f8a000000000582c73, 53605, 2477632342",
    "9, 1, 9, 15, 29f9a00000000024d3, 53765, 2856394314"
  })
  void streamsOfTheReference(
      int level, int strategy, int memory, int window, String hex, int length, long checksum) {
    byte[] stream = Deflated.rebuild(PLAIN, HexFormat.of().parseHex(hex));
    CRC32C crc = new CRC32C();
    crc.update(stream);
    assertThat(stream).hasSize(length);
    assertThat(crc.getValue()).isEqualTo(checksum);
    Deflated deflated = Deflated.of(stream, 0, MOST, window);
    assertThat(HexFormat.of().formatHex(deflated.corrections())).isEqualTo(hex);
  }

  @Property(tries = 60)
  void streamsOfThisMachine(
      @ForAll @IntRange(min = 1, max = 9) int level,
      @ForAll @IntRange(min = 0, max = 2) int strategy,
      @ForAll @IntRange(min = 0, max = 200000) int length,
      @ForAll long seed) {
    assumeReference();
    byte[] plain = Texts.mixture(length, seed);
    byte[] bytes = Zlib.deflate(plain, level, strategy);
    Stream stream = new Inflation(bytes, 0, MOST).read();
    ZlibSettings.Strategy wanted =
        switch (strategy) {
          case 1 -> ZlibSettings.Strategy.FILTERED;
          case 2 -> ZlibSettings.Strategy.LITERALS;
          default -> ZlibSettings.Strategy.DEFAULT;
        };
    ZlibSettings settings = new ZlibSettings(level, wanted, 8, WINDOW);
    StreamPass pass = new StreamPass(new BinaryEncoder(), stream.plain(), settings);
    pass.encode(stream);
    assertThat(pass.misses()).isZero();
  }

  @Test
  void aStreamOfThisMachineCostsAFewBytes() {
    assumeReference();
    for (int level = 1; level <= 9; level++) {
      byte[] bytes = Zlib.deflate(PLAIN, level, 0);
      Deflated deflated = Deflated.of(bytes, 0, MOST, WINDOW);
      assertThat(deflated.corrections()).hasSizeLessThan(14);
      assertThat(Deflated.rebuild(PLAIN, deflated.corrections())).isEqualTo(bytes);
    }
  }

  /** A machine's library may be another zlib, whose streams are of no use here. */
  private static void assumeReference() {
    CRC32C crc = new CRC32C();
    crc.update(Zlib.deflate(PLAIN, 6, 0));
    assumeTrue(crc.getValue() == REFERENCE, "the zlib of this machine is another one");
  }
}
