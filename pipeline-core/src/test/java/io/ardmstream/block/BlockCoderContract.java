package io.ardmstream.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ardmstream.media.Modality;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every way to code a block promises. */
public abstract class BlockCoderContract {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The payload, unless the coder does not suit the block. */
  protected abstract Optional<byte[]> encode(Block block);

  protected abstract Block decode(BlockLayout layout, byte[] payload);

  /** How many bytes a payload may have more than the samples at their bit depth. */
  protected abstract int mostGrowth(BlockLayout layout);

  static Stream<BlockLayout> layouts() {
    return Stream.of(
        new BlockLayout(Modality.IMAGE, 1, 1, 1, 1, false),
        new BlockLayout(Modality.IMAGE, 33, 17, 3, 8, false),
        new BlockLayout(Modality.IMAGE, 1, 40, 4, 8, false),
        new BlockLayout(Modality.IMAGE, 20, 9, 1, 16, false),
        new BlockLayout(Modality.IMAGE, 7, 7, 5, 12, true),
        new BlockLayout(Modality.IMAGE, 11, 6, 2, 31, false),
        new BlockLayout(Modality.AUDIO, 1, 1, 1, 16, true),
        new BlockLayout(Modality.AUDIO, 300, 1, 2, 16, true),
        new BlockLayout(Modality.AUDIO, 200, 1, 1, 8, false),
        new BlockLayout(Modality.AUDIO, 150, 1, 8, 24, true),
        new BlockLayout(Modality.AUDIO, 150, 1, 1, 32, true),
        new BlockLayout(Modality.OPAQUE, 1000, 1, 1, 8, false));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyBlockComesBack(BlockLayout layout) {
    Random random = new Random(layout.hashCode());
    for (Fill fill : Fill.values()) {
      Block block = fill.block(layout, random);
      int[][] before = Arrays.stream(block.planes()).map(int[]::clone).toArray(int[][]::new);

      Optional<byte[]> payload = encode(block);

      assertThat(block.planes()).as("left alone").isDeepEqualTo(before);
      payload.ifPresent(bytes -> assertThat(decode(layout, bytes)).as("%s", fill).isEqualTo(block));
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void noPayloadGrowsBeyondItsBound(BlockLayout layout) {
    encode(Fill.NOISE.block(layout, new Random(3)))
        .ifPresent(
            payload ->
                assertThat(payload.length)
                    .isLessThanOrEqualTo((int) layout.storedBytes() + mostGrowth(layout)));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void garbageGivesSamplesInRange(BlockLayout layout) {
    Random random = new Random(11);
    for (int i = 0; i < 40; i++) {
      byte[] garbage = new byte[random.nextInt(60)];
      random.nextBytes(garbage);
      if (garbage.length > 0 && i % 2 == 0) {
        garbage[0] = (byte) (i / 2 % 4);
      }
      Block block = assertTimeoutPreemptively(PATIENCE, () -> decode(layout, garbage));
      assertThat(block.layout()).isEqualTo(layout);
      assertThat(Arrays.stream(block.planes()).flatMapToInt(Arrays::stream))
          .allMatch(sample -> sample >= layout.least() && sample <= layout.greatest());
    }
  }

  @Test
  void whatIsCodedTwiceIsTheSame() {
    BlockLayout layout = new BlockLayout(Modality.IMAGE, 33, 17, 3, 8, false);
    Block block = Fill.SMOOTH.block(layout, new Random(1));
    assertThat(encode(block)).usingRecursiveComparison().isEqualTo(encode(block));
  }

  /** Kinds of content. */
  private enum Fill {
    NOISE {
      @Override
      int sample(int c, int i, int least, int greatest, Random random) {
        return (int) (least + Math.floorMod(random.nextLong(), (long) greatest - least + 1));
      }
    },
    SMOOTH {
      @Override
      int sample(int c, int i, int least, int greatest, Random random) {
        long wanted = ((long) least + greatest) / 2 + i / 3 + c + random.nextInt(2);
        return (int) Math.max(least, Math.min(greatest, wanted));
      }
    },
    EXTREMES {
      @Override
      int sample(int c, int i, int least, int greatest, Random random) {
        return random.nextInt(4) == 0 ? least : greatest;
      }
    },
    SPARSE {
      @Override
      int sample(int c, int i, int least, int greatest, Random random) {
        long step = Math.max(1, ((long) greatest - least) / 9);
        return (int) Math.min(greatest, least + step * random.nextInt(9));
      }
    },
    CONSTANT {
      @Override
      int sample(int c, int i, int least, int greatest, Random random) {
        return c % 2 == 0 ? greatest : least;
      }
    };

    abstract int sample(int c, int i, int least, int greatest, Random random);

    Block block(BlockLayout layout, Random random) {
      Block block = Block.blank(layout);
      for (int c = 0; c < layout.channels(); c++) {
        for (int i = 0; i < layout.planeSize(); i++) {
          block.planes()[c][i] = sample(c, i, layout.least(), layout.greatest(), random);
        }
      }
      return block;
    }
  }
}
