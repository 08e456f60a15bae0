package io.ardmstream.block.coefficient;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.jpeg.JpegFile;
import io.ardmstream.media.jpeg.Jpegs;
import java.util.Arrays;
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
    byte[] file = Jpegs.file("high-444");
    assertThat(payload(file, Effort.BEST)).hasSizeLessThan(payload(file, Effort.FAST).length);
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

  @ParameterizedTest
  @EnumSource
  void damageIsRefusedOrGivesAnotherFile(Effort effort) {
    Random random = new Random(11);
    for (String name : Jpegs.UNDERSTOOD) {
      byte[] file = Jpegs.file(name);
      byte[] payload = payload(file, effort);
      for (int i = 0; i < 12; i++) {
        byte[] damaged = payload.clone();
        int at = i < 6 ? random.nextInt(Math.min(40, damaged.length)) : random.nextInt(damaged.length);
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

  private static final Map<String, String> GOLDEN = new LinkedHashMap<>();

  static {
    // GOLDENS
  }
}
