package io.ardmstream.block.classic.picture;

import io.ardmstream.mixing.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The weights that belong to the format, which were learnt once from small pictures: a byte each,
 * in units of 2^-6, for every {@link WarmStart} in turn the rows of the first set, then of the
 * second.
 */
public final class LearntWeights implements WarmWeights {
  /** Where {@link #INSTANCE} comes from, beside this class. */
  static final String RESOURCE = "warm-start.bin";

  public static final LearntWeights INSTANCE = read();

  private static final int SHIFT = 10;

  private final Map<WarmStart, int[]> first = new EnumMap<>(WarmStart.class);
  private final Map<WarmStart, int[]> second = new EnumMap<>(WarmStart.class);

  private LearntWeights(InputStream in) throws IOException {
    for (WarmStart start : WarmStart.values()) {
      first.put(start, weights(in.readNBytes(start.shape.firstWeights())));
      second.put(start, weights(in.readNBytes(start.shape.secondWeights())));
    }
  }

  private static LearntWeights read() {
    try (InputStream in = LearntWeights.class.getResourceAsStream(RESOURCE)) {
      return new LearntWeights(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + RESOURCE + " of the class path", unreadable);
    }
  }

  private static int[] weights(byte[] bytes) {
    int[] weights = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      weights[i] = bytes[i] << SHIFT;
    }
    return weights;
  }

  @Override
  public Weights first(WarmStart start) {
    return new Weights(first.get(start).clone(), start.shape.stride());
  }

  @Override
  public Weights second(WarmStart start) {
    return new Weights(second.get(start).clone(), start.shape.stride());
  }
}
