package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Source;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The default is at most a thousandth larger than what is left if no model is chosen. */
class SmallestWayTest {
  private static final int SIDE = 144;

  /** Kinds of pictures, by the samples of a channel at a place. */
  private enum Kind {
    PHOTOGRAPH(3, "u8") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        return clip(scene.brightness(x, y) + 12 * c + scene.noise(4));
      }
    },
    GREY(1, "u8") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        return clip(scene.brightness(x, y) + scene.noise(2));
      }
    },
    SIXTEEN_BITS(1, "u16le") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        return 256 * clip(scene.brightness(x, y)) + scene.noise(200) & 0xFFFF;
      }
    },
    TWELVE_BITS_IN_SIXTEEN(1, "u16le") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        return 16 * clip(scene.brightness(x, y) + scene.noise(3)) + 7;
      }
    },
    FALSE_COLOUR(3, "u8") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        int level = scene.brightness(x, y);
        return clip(384 - Math.abs(4 * level - 256 * (3 - c)));
      }
    },
    TWO_CHANNELS(3, "u8") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        return c == 2 ? 0 : clip(scene.brightness(x + 40 * c, y) + (c == 0 ? scene.noise(3) : 0));
      }
    },
    ALPHA(4, "u8") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        boolean inside = Math.hypot(x - SIDE / 2, y - SIDE / 2) < SIDE / 3;
        if (c == 3) {
          return inside ? 255 : 0;
        }
        return inside ? clip(scene.brightness(x, y) + 9 * c) : 0;
      }
    },
    TEXT(3, "u8") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        int letter = (x / 8 * 7 + y / 12 * 13) % 11;
        boolean ink = x % 8 < 6 && y % 12 < 9 && (x % 8 * letter + y % 12 * (letter + 3)) % 5 < 2;
        return ink ? 20 : 250;
      }
    },
    TEXT_ON_A_PHOTOGRAPH(3, "u8") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        return y < SIDE / 2 ? TEXT.sample(scene, x, y, c) : PHOTOGRAPH.sample(scene, x, y, c);
      }
    },
    POSTERISED(3, "u8") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        return clip(scene.brightness(x, y) + 10 * c + scene.noise(3)) & ~15;
      }
    },
    DOUBLED(3, "u8") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        return clip(scene.brightness(x / 2 * 2, y / 2 * 2) + (x / 2 * 31 + y / 2 * 17) % 9 + c);
      }
    },
    NOISE(3, "u8") {
      @Override
      int sample(Scene scene, int x, int y, int c) {
        return scene.any();
      }
    };

    private final int channels;
    private final String format;

    Kind(int channels, String format) {
      this.channels = channels;
      this.format = format;
    }

    abstract int sample(Scene scene, int x, int y, int c);

    private static int clip(int value) {
      return Math.max(0, Math.min(255, value));
    }

    private byte[] picture(int side) {
      int bytes = format.equals("u8") ? 1 : 2;
      byte[] samples = new byte[side * side * channels * bytes];
      Scene scene = new Scene(new Random(ordinal()));
      int to = 0;
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          for (int c = 0; c < channels; c++) {
            int sample = sample(scene, x, y, c);
            for (int b = 0; b < bytes; b++) {
              samples[to++] = (byte) (sample >> 8 * b);
            }
          }
        }
      }
      return samples;
    }

    private MediaOptions options(int side) {
      String shape = "%s,%dx%dx%d,interleaved".formatted(format, channels, side, side);
      return MediaOptions.defaults().withRaw(RawDescriptor.parse(shape));
    }
  }

  /** Soft hills, an edge, and chance. */
  private record Scene(Random random) {
    int brightness(int x, int y) {
      double hills = Math.sin(x / 17.0) * Math.cos(y / 23.0) + Math.sin((x + 2 * y) / 41.0);
      return (int) (110 + 40 * hills + (3 * x > 2 * y + 60 ? 35 : 0));
    }

    int noise(int deviation) {
      return (int) Math.rint(deviation * random.nextGaussian());
    }

    int any() {
      return random.nextInt(256);
    }
  }

  private static BundleRegistry models;

  @BeforeAll
  static void open() throws IOException {
    models = new BundleRegistry(BundleRegistry.published(), InferenceEngine.java(), 2);
  }

  @AfterAll
  static void close() {
    models.close();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theDefaultIsNotLargerThanTheClassicCoderAlone(Kind kind) {
    isNotLarger(kind, SIDE);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void norAreThumbnails(Kind kind) {
    isNotLarger(kind, 40);
  }

  private static void isNotLarger(Kind kind, int side) {
    Source source = new Source(kind.picture(side), kind.options(side));
    int alone = size(Codec.builder().models(models).build(), source);

    int chosen = size(Codec.builder().models(models).imageModel("image-fast").build(), source);

    assertThat(chosen).isLessThanOrEqualTo((int) (1.001 * alone));
  }

  private static int size(Codec codec, Source source) {
    return codec.encode(List.of(source)).get(0).orThrow().container().length;
  }
}
