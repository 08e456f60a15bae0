package io.ardmstream.block.coefficient;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.jpeg.JpegFile;
import io.ardmstream.media.jpeg.Jpegs;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
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
    int fast = 0;
    int best = 0;
    for (String name : Jpegs.UNDERSTOOD) {
      fast += payload(Jpegs.file(name), Effort.FAST).length;
      best += payload(Jpegs.file(name), Effort.BEST).length;
    }
    assertThat(best).isLessThan(fast);
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
        payload[0] &= 1;
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
              + "abde4aedb90842b79238143dea79a63e49fdfb54d9cf34b8d11305f1ae017872079f4b");

  private static final Map<String, String> GOLDEN = new LinkedHashMap<>();

  static {
    GOLDEN.put("baseline-420", "865 82dd6873 862 2f155ad9");
    GOLDEN.put("optimised-422", "2009 94287165 1998 a0096c87");
    GOLDEN.put("restarts-444", "811 b949ca1d 806 8348c88c");
    GOLDEN.put("restarts-440", "871 61e45981 870 a8490aae");
    GOLDEN.put("progressive-420", "1224 c87bd00d 1219 9e58de89");
    GOLDEN.put("progressive-restarts", "826 a2006d75 813 41c950a6");
    GOLDEN.put("many-scans", "2424 ab4a66ed 2400 68467937");
    GOLDEN.put("separate-scans", "665 9d4925e8 665 d03424fc");
    GOLDEN.put("grey-2x2", "503 8ee77751 498 cbec2c6a");
    GOLDEN.put("low-411", "221 bc5b157d 220 5d0fd59a");
    GOLDEN.put("high-444", "8995 2c3d8e32 8970 3610e28f");
    GOLDEN.put("cmyk", "1817 0a808425 1819 31dfebf2");
    GOLDEN.put("imagemagick", "798 57c96cd4 799 a2088b37");
    GOLDEN.put("thumbnail", "1576 14cb51f6 1566 f9fa382e");
  }
}
