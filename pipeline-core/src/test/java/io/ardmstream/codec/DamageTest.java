package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Limits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is changed in a container is noticed, and costs no more than it must. */
class DamageTest {
  private static final Codec CODEC =
      Codec.builder()
          .models(ModelRegistry.of(new ResidualModel()))
          .imageModel("residual")
          .audioModel("residual")
          .blockSizes(new BlockSizes(8, 64, 1 << 14))
          .build();

  static Stream<byte[]> containers() {
    return Stream.of(
            Inputs.photo(8, 8),
            Inputs.photo(16, 15),
            Inputs.drawing(16, 16),
            Inputs.plain(9, 9),
            Inputs.noise(4, 4, 1),
            Inputs.stretched(48, 40),
            Inputs.tone(60, 1, 16),
            Inputs.tone(100, 2, 8),
            Inputs.png(8, 8, 1, 4))
        .map(DamageTest::encode);
  }

  private static byte[] encode(byte[] file) {
    return CODEC.encode(List.of(Source.of(file))).get(0).orThrow().container();
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyChangedByteIsNoticed(byte[] container) {
    Random random = new Random(1);
    for (int i = 0; i < container.length; i++) {
      byte[] changed = container.clone();
      changed[i] ^= (byte) (1 + random.nextInt(255));
      assertCorrupt(changed);
    }
  }

  @ParameterizedTest
  @MethodSource("containers")
  void everyTruncationIsNoticed(byte[] container) {
    for (int length = 0; length < container.length; length++) {
      assertCorrupt(Arrays.copyOf(container, length));
    }
  }

  @ParameterizedTest
  @MethodSource("containers")
  void bytesAfterTheEndAreNoticed(byte[] container) {
    assertCorrupt(Arrays.copyOf(container, container.length + 1));
    assertCorrupt(Arrays.copyOf(container, container.length + 5));
  }

  @Test
  void randomBytesNeverHangOrThrowAnythingElse() {
    Random random = new Random(7);
    byte[] good = encode(Inputs.photo(16, 16));
    for (int i = 0; i < 300; i++) {
      byte[] bytes = i % 2 == 0 ? new byte[random.nextInt(200)] : good.clone();
      for (int n = i % 2 == 0 ? bytes.length : 3; n > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Decoding decoding = CODEC.decode(List.of(bytes)).get(0);
      assertThat(decoding instanceof Decoding.Failed || Arrays.equals(bytes, good)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("containers")
  void forgedContainersAreRefusedOrDecodedInBoundedMemory(byte[] container) {
    Random random = new Random(3);
    Codec careful =
        Codec.builder()
            .models(ModelRegistry.of(new ResidualModel()))
            .limits(new Limits(1 << 20, 1 << 16))
            .build();
    for (int i = 0; i < 300; i++) {
      byte[] forged = container.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        forged[4 + random.nextInt(Math.min(40, forged.length - 8))] = (byte) random.nextInt();
      }
      seal(forged, Codec.inspect(container).blocks().get(0).offset() - 4);
      Decoding decoding =
          assertTimeoutPreemptively(
              Duration.ofSeconds(60), () -> careful.decode(List.of(forged)).get(0));
      if (decoding instanceof Decoding.Decoded decoded) {
        assertThat(decoded.bytes().length).isLessThan(1 << 20);
      }
    }
  }

  /** Makes the footer hold, and the checksum of the header if there is one. */
  private static void seal(byte[] container, int headerLength) {
    if ((container[3] & 2) != 0) {
      Footers.seal(container, headerLength);
    }
    Footers.seal(container);
  }

  @Test
  void aDamagedBlockIsNamedAndLostAlone() {
    byte[] picture = Inputs.photo(32, 16);
    byte[] container = encode(picture);
    ContainerInfo info = Codec.inspect(container);
    container[info.blocks().get(5).offset() + 10] ^= 1;

    PartialDecode salvage = CODEC.salvage(container);

    assertThatThrownBy(() -> CODEC.decode(List.of(container)).get(0).orThrow())
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("block 6 of 8 (column 1, row 1)");
    assertThat(salvage.lost()).hasSize(1);
    LostBlock lost = salvage.lost().get(0);
    assertThat(List.of(lost.index(), lost.left(), lost.top(), lost.width(), lost.height()))
        .containsExactly(5, 8, 8, 8, 8);
    assertThat(pixelsOutside(lost, salvage.bytes(), 32))
        .isEqualTo(pixelsOutside(lost, picture, 32));
  }

  @Test
  void aTruncatedRecordKeepsTheBlocksBeforeTheCut() {
    byte[] container = encode(Inputs.photo(32, 16));
    int cut = Codec.inspect(container).blocks().get(6).offset();

    PartialDecode salvage = CODEC.salvage(Arrays.copyOf(container, cut));

    assertThat(salvage.lost()).extracting(LostBlock::index).containsExactly(6, 7);
  }

  @Test
  void withoutItsModelARecordKeepsTheBlocksThatNeedNone() {
    byte[] container = encode(Inputs.photo(32, 16));

    PartialDecode salvage = Codec.builder().build().salvage(container);

    assertThat(salvage.lost()).hasSize(8);
    assertThat(salvage.lost().get(0).reason()).contains("0123456789ab");
  }

  private static byte[] pixelsOutside(LostBlock lost, byte[] file, int width) {
    byte[] pixels = Arrays.copyOfRange(file, file.length - width * 16 * 3, file.length);
    for (int y = lost.top(); y < lost.top() + lost.height(); y++) {
      int row = (y * width + lost.left()) * 3;
      Arrays.fill(pixels, row, row + lost.width() * 3, (byte) 0);
    }
    return pixels;
  }

  private static void assertCorrupt(byte[] container) {
    Decoding decoding = CODEC.decode(List.of(container)).get(0);
    assertThat(decoding).isInstanceOf(Decoding.Failed.class);
    assertThat(((Decoding.Failed) decoding).failure()).isInstanceOf(CorruptDataException.class);
  }
}
