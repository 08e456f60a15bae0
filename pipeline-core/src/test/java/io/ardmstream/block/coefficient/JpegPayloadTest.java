package io.ardmstream.block.coefficient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.jpeg.JpegFile;
import io.ardmstream.media.jpeg.Jpegs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpegPayloadTest {
  private static final long MOST = 1 << 20;

  private static byte[] payload(byte[] file, Effort effort) {
    return JpegPayload.encode(JpegFile.parse(file, MOST), effort);
  }

  @ParameterizedTest
  @EnumSource
  void filesComeBack(Effort effort) {
    for (String name : Jpegs.UNDERSTOOD) {
      byte[] file = Jpegs.file(name);
      byte[] payload = payload(file, effort);
      assertThat(payload.length).as(name).isLessThan(file.length);
      assertThat(JpegPayload.decode(payload, file.length, MOST).rebuild()).isEqualTo(file);
    }
  }

  @Test
  void moreEffortIsSmaller() {
    for (String name : List.of("baseline-420", "cmyk", "imagemagick", "thumbnail")) {
      Map<Effort, Integer> sizes = new EnumMap<>(Effort.class);
      for (Effort effort : Effort.values()) {
        sizes.put(effort, payload(Jpegs.file(name), effort).length);
      }
      assertThat(sizes.get(Effort.FULL)).as(name).isLessThan(sizes.get(Effort.LIGHT));
    }
  }

  /** Payloads are part of the format: these must never change. */
  @Test
  void payloadsStayTheSame() {
    Map<String, String> found = new LinkedHashMap<>();
    for (String name : Jpegs.UNDERSTOOD) {
      StringBuilder text = new StringBuilder();
      for (Effort effort : Effort.values()) {
        byte[] payload = payload(Jpegs.file(name), effort);
        CRC32C checksum = new CRC32C();
        checksum.update(payload);
        text.append("%d %08x ".formatted(payload.length, checksum.getValue()));
      }
      found.put(name, text.toString().strip());
    }
    assertThat(found).isEqualTo(GOLDEN);
  }

  /** The test vector of docs/FORMAT-JPEG.md. */
  @Test
  void theVectorOfTheSpecificationHolds() {
    byte[] file = Jpegs.file("vector");
    for (Effort effort : Effort.values()) {
      byte[] payload = HexFormat.of().parseHex(VECTOR.get(effort));
      assertThat(payload(file, effort)).isEqualTo(payload);
      assertThat(JpegPayload.decode(payload, file.length, MOST).rebuild()).isEqualTo(file);
    }
  }

  /** Large images are coded in strips, which no number of threads changes. */
  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "FULL", "QUICK"})
  void largeImagesComeBackFromStrips(Effort effort) throws IOException {
    byte[] file = Jpegs.joined(large(), Jpegs.file("thumbnail"));
    long most = 1 << 25;
    JpegFile parsed = JpegFile.parse(file, most);
    assertThat(Strips.of(parsed.planes()).apart()).hasSize(2);
    byte[] payload = JpegPayload.encode(parsed, effort);
    assertThat(JpegPayload.decode(payload, file.length, most).rebuild()).isEqualTo(file);
    byte[] cut = Arrays.copyOf(payload, payload.length / 3);
    assertThatThrownBy(() -> JpegPayload.decode(cut, file.length, most))
        .isInstanceOf(CorruptDataException.class);
  }

  private static byte[] large() throws IOException {
    BufferedImage picture = new BufferedImage(4096, 2056, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.getRaster().setSample(x, y, 0, (x * x / 4096 + y * 3 + (x ^ y) % 5) & 0xFF);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", out);
    return out.toByteArray();
  }

  /** What is behind the headers takes little time; it comes back all the same. */
  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "QUICK"})
  void longTailsComeBack(Effort effort) {
    byte[] tail = new byte[1 << 19];
    Random random = new Random(5);
    for (int i = 0; i < tail.length; i++) {
      tail[i] = (byte) "ABCDEFGHIJKLMNOP".charAt(random.nextInt(16));
    }
    byte[] file = Jpegs.joined(Jpegs.file("cmyk"), tail);
    byte[] payload = payload(file, effort);
    assertThat(payload.length).isLessThan(file.length * 52 / 100);
    assertThat(JpegPayload.decode(payload, file.length, MOST).rebuild()).isEqualTo(file);
  }

  @ParameterizedTest
  @EnumSource
  void damageIsRefusedOrGivesAnotherFile(Effort effort) {
    Random random = new Random(11);
    for (String name : Jpegs.UNDERSTOOD) {
      byte[] file = Jpegs.file(name);
      byte[] payload = payload(file, effort);
      for (int i = 0; i < 12; i++) {
        byte[] damaged = payload.clone();
        int at =
            i < 6 ? random.nextInt(Math.min(40, damaged.length)) : random.nextInt(damaged.length);
        damaged[at] ^= (byte) (1 + random.nextInt(255));
        decode(i % 3 == 2 ? Arrays.copyOf(damaged, at) : damaged, file.length);
      }
    }
  }

  @Test
  void anyBytesAreRefusedOrGiveAFile() {
    Random random = new Random(12);
    for (int i = 0; i < 200; i++) {
      byte[] payload = new byte[random.nextInt(200)];
      random.nextBytes(payload);
      if (payload.length > 0) {
        payload[0] = (byte) (i % Effort.values().length);
      }
      decode(payload, 1000);
    }
  }

  private static void decode(byte[] payload, int mostBytes) {
    try {
      JpegPayload.decode(payload, mostBytes, MOST).rebuild();
    } catch (ArdmException refused) {
      // as it should be
    }
  }

  private static final Map<Effort, String> VECTOR =
      Map.of(
          Effort.FAST,
          "000b3c031998120005010100020054f9b6ec182d038537c4f981862cd298f947062920c01283"
              + "b935085e16f3e805df5fe8ec4e01f1837681a614e7a0e733085f1c531ca1db612243",
          Effort.BEST,
          "010b3c031998120005010100020054f9b6ec182d038537c4f981862cd2abf36ff4d914f7b333"
              + "abde4aedb90842b79238143dea79a63e49fdfb54d9cf34b8d11305f1ae017872079f4b",
          Effort.LIGHT,
          "020b3c00031998120005010100020054f9b6ec182d038537c4f981862cd27d19b244cb542fd2"
              + "4132a5d1d77a3d98975bd238cc5d197473b047e6f82f92e2dcd6cee759673dd15a1beb",
          Effort.FULL,
          "030b3c00031998120005010100020054f9b6ec182d038537c4f981862cd27b6744f5841ba7ef"
              + "6f005ce89a7b261b81c2b0dab331978d379f986740df5567e065696664df1bac6578dbda",
          Effort.QUICK,
          "040b3c00031998120005010100020055bb673fd52e643d7848a458caaefa1ebe3d45c2f7ed7d"
              + "517e96c11fdcbd8185741a1f34f01894e164b5c3eadb2d103a696dde098dc8b7de321c");

  private static final Map<String, String> GOLDEN = new LinkedHashMap<>();

  static {
    GOLDEN.put("baseline-420", "865 82dd6873 862 2f155ad9 883 173ca0a3 880 2fb4e1c8 876 dca049c9");
    GOLDEN.put(
        "optimised-422", "2009 94287165 1998 a0096c87 2002 9b69cb0e 2000 aed543a7 1995 3f369421");
    GOLDEN.put("restarts-444", "811 b949ca1d 806 8348c88c 827 6c126611 822 24ee741f 822 eb6376cd");
    GOLDEN.put("restarts-440", "871 61e45981 870 a8490aae 898 dda74325 897 55dc8558 894 dc37ab02");
    GOLDEN.put(
        "progressive-420", "1224 c87bd00d 1219 9e58de89 1241 b334b2d1 1238 05fa6148 1245 c1a45e78");
    GOLDEN.put(
        "progressive-restarts", "826 a2006d75 813 41c950a6 832 704837e1 830 85738370 841 8c8bbee2");
    GOLDEN.put(
        "many-scans", "2424 ab4a66ed 2400 68467937 2396 20cb443e 2408 64755f3b 2395 d829203a");
    GOLDEN.put(
        "separate-scans", "665 9d4925e8 665 d03424fc 684 06492f3b 681 ad87cb9f 681 4544fe52");
    GOLDEN.put("grey-2x2", "503 8ee77751 498 cbec2c6a 507 f2ca01df 505 c37032d5 506 7a37b0ed");
    GOLDEN.put("low-411", "221 bc5b157d 220 5d0fd59a 217 f1554df3 219 830abdff 222 77582646");
    GOLDEN.put("high-444", "8995 2c3d8e32 8970 3610e28f 8976 d4931fc9 9019 0a3f92a5 9124 40a1e60e");
    GOLDEN.put("cmyk", "1817 0a808425 1819 31dfebf2 1835 87e6948b 1832 238859ef 1839 16a7e796");
    GOLDEN.put("imagemagick", "798 57c96cd4 799 a2088b37 818 0426926a 816 64b4e4b7 818 00d544f8");
    GOLDEN.put(
        "thumbnail", "1576 14cb51f6 1566 f9fa382e 1600 d509796e 1592 40fd10c0 1593 aac133a3");
  }
}
