package io.ardmstream.media.png.file;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.Arrays;

/**
 * How the compressed pixels are cut into IDAT chunks.
 *
 * @param regular length of all but the last one, which is not longer nor empty; 0 if they have
 *     other lengths
 * @param lengths of all but the last one, if those are not regular
 */
public record PngCuts(int regular, int[] lengths) {
  private static final int[] NONE = {};

  /** One chunk. */
  public static final PngCuts WHOLE = new PngCuts(0, NONE);

  /** The cuts that make these lengths. */
  public static PngCuts of(int[] all) {
    int first = all[0];
    int last = all.length - 1;
    int[] others = Arrays.copyOf(all, last);
    boolean even = Arrays.stream(others).allMatch(length -> length == first);
    boolean regular = last > 0 && even && all[last] > 0 && all[last] <= first;
    return regular ? new PngCuts(first, NONE) : new PngCuts(0, others);
  }

  public boolean isWhole() {
    return regular == 0 && lengths.length == 0;
  }

  /** The regular length; or 0, the number of lengths, and these. */
  public void pack(ByteSink sink) {
    sink.varint(regular);
    if (regular == 0) {
      sink.varint(lengths.length);
      Arrays.stream(lengths).forEach(sink::varint);
    }
  }

  public static PngCuts unpack(ForeignSource source) {
    int regular = source.varint();
    if (regular > 0) {
      return new PngCuts(regular, NONE);
    }
    int count = source.varint();
    source.require(count <= source.remaining(), "claim more chunks than they hold");
    int[] lengths = new int[count];
    Arrays.setAll(lengths, i -> source.varint());
    return new PngCuts(0, lengths);
  }

  /** The lengths of all chunks of so many bytes; the last one is negative if they do not fit. */
  public int[] lengths(int bytes) {
    if (regular > 0) {
      int[] all = new int[(int) Math.max(1, ((long) bytes + regular - 1) / regular)];
      Arrays.fill(all, regular);
      all[all.length - 1] = bytes - (all.length - 1) * regular;
      return all;
    }
    int[] all = Arrays.copyOf(lengths, lengths.length + 1);
    long last = bytes - Arrays.stream(lengths).asLongStream().sum();
    all[lengths.length] = (int) Math.max(-1, last);
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PngCuts cuts
        && regular == cuts.regular
        && Arrays.equals(lengths, cuts.lengths);
  }

  @Override
  public int hashCode() {
    return 31 * regular + Arrays.hashCode(lengths);
  }
}
