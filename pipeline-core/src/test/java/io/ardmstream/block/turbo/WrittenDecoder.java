package io.ardmstream.block.turbo;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.Modality;
import java.util.HashMap;
import java.util.Map;

/**
 * A decoder written from {@code docs/FORMAT-TURBO.md} alone: slow, and nothing in common with that
 * of this package.
 */
final class WrittenDecoder {
  private final BlockLayout layout;
  private final byte[] payload;
  private final long least;
  private final long greatest;
  private final Map<Integer, Table> tables = new HashMap<>();
  private int plain = 1;
  private int plainBit;
  private final int plainEnd;
  private int word;
  private long x;
  private long y;

  private WrittenDecoder(BlockLayout layout, byte[] payload) {
    this.layout = layout;
    this.payload = payload;
    least = layout.signed() ? -(1L << layout.bitDepth() - 1) : 0;
    greatest = least + (1L << layout.bitDepth()) - 1;
    int length = 0;
    int shift = 0;
    int part;
    do {
      part = payload[plain++] & 0xFF;
      length |= (part & 127) << shift;
      shift += 7;
    } while (part > 127);
    plainEnd = plain + length;
    word = plainEnd;
    x = word() * 65536 + word();
    y = word() * 65536 + word();
  }

  static Block decode(BlockLayout layout, byte[] payload) {
    WrittenDecoder decoder = new WrittenDecoder(layout, payload);
    return layout.kind() == Modality.IMAGE ? decoder.image() : decoder.sound();
  }

  /** Whether the decoder is where an encoder began. */
  private boolean isAtTheEnd() {
    return x == 1 << 15 && y == 1 << 15 && word == payload.length;
  }

  private long word() {
    long value = (payload[word] & 0xFF) * 256 + (payload[word + 1] & 0xFF);
    word += 2;
    return value;
  }

  private long plain(int bits) {
    long value = 0;
    for (int i = 0; i < bits; i++) {
      int next = plain < plainEnd ? payload[plain] >> 7 - plainBit & 1 : 0;
      value = 2 * value + next;
      plainBit++;
      if (plainBit == 8) {
        plainBit = 0;
        plain++;
      }
    }
    return value;
  }

  private static int tokenOf(int u) {
    if (u < 32) {
      return u;
    }
    for (int t = 32; t < 60; t++) {
      int o = (t - 32) / 4 + 3;
      if (u >> o == 4 + t % 4) {
        return t;
      }
    }
    throw new IllegalArgumentException("no token of " + u);
  }

  private static final class Table {
    final int k;
    final long[] counts = new long[61];
    final long[] s = new long[62];
    int pause = 16;
    int read;

    Table(int level) {
      k = Math.max(0, Math.floorDiv(level - 14, 2));
      int g = level - 2 * k;
      long mean = (g % 2 == 0 ? 128 : 181) * (1L << g / 2) / 16;
      long mass = 1 << 30;
      long sum = 0;
      long[] masses = new long[61];
      for (int u = 0; u < 4096; u++) {
        masses[tokenOf(u)] += mass;
        sum += mass;
        if (u % 2 == 0) {
          mass = mass * mean / (mean + 64);
        }
      }
      for (int t = 0; t < 61; t++) {
        counts[t] = 1 + masses[t] * 3000 / sum;
      }
      build();
    }

    void build() {
      long sum = 0;
      for (long count : counts) {
        sum += count;
      }
      long scale = 4035 * (1L << 32) / sum;
      long below = 0;
      for (int t = 0; t < 61; t++) {
        s[t] = t + below * scale / (1L << 32);
        below += counts[t];
      }
      s[61] = 4096;
      if (sum > 65536) {
        for (int t = 0; t < 61; t++) {
          counts[t] = (counts[t] + 1) / 2;
        }
      }
    }

    void count(int token) {
      counts[token] += 32;
      read++;
      if (read == pause) {
        read = 0;
        pause = Math.min(512, 2 * pause);
        build();
      }
    }
  }

  private long error(int context, int level) {
    Table table = tables.computeIfAbsent(context, unseen -> new Table(level));
    long p = x % 4096;
    int t = 0;
    while (table.s[t + 1] <= p) {
      t++;
    }
    long z = (table.s[t + 1] - table.s[t]) * (x / 4096) + p - table.s[t];
    if (z < 1 << 15) {
      z = z * 65536 + word();
    }
    x = y;
    y = z;
    table.count(t);
    long folded;
    if (t == 60) {
      folded = plain(32);
    } else {
      long u = t;
      if (t >= 32) {
        int o = (t - 32) / 4 + 3;
        u = (4 + t % 4) * (1L << o) + plain(o);
      }
      folded = u * (1L << table.k) + plain(table.k);
    }
    return folded % 2 == 0 ? folded / 2 : -(folded + 1) / 2;
  }

  private static long clamp(long value, long from, long to) {
    return Math.max(from, Math.min(to, value));
  }

  private static int log2(long n) {
    return 63 - Long.numberOfLeadingZeros(n);
  }

  /** A plane, with two places to the left and right of each row. */
  private static final class Plane {
    final long least;
    final long greatest;
    long[][] rows;
    long[][] misses;
    final int[] weights = new int[13];
    final int[] biases = new int[320];

    Plane(int width, long least, long greatest) {
      this.least = least;
      this.greatest = greatest;
      rows = new long[3][width + 4];
      misses = new long[3][width + 4];
      weights[0] = 512;
      weights[1] = 512;
    }

    void next(int width) {
      rows = new long[][] {new long[width + 4], rows[0], rows[1]};
      misses = new long[][] {new long[width + 4], misses[0], misses[1]};
      for (int i = 0; i < 2; i++) {
        rows[0][i] = rows[1][2];
        misses[0][i] = misses[1][2];
      }
    }

    void end(int width) {
      for (int i = 0; i < 2; i++) {
        rows[0][width + 2 + i] = rows[0][width + 1];
        misses[0][width + 2 + i] = misses[0][width + 1];
      }
    }

    long[] differences(int at, Plane p, Plane q) {
      long[] c = rows[0];
      long[] n = rows[1];
      long[] f = rows[2];
      long[] pc = p.rows[0];
      long[] pn = p.rows[1];
      long[] qc = q.rows[0];
      long[] qn = q.rows[1];
      return new long[] {
        c[at - 1] - n[at - 1],
        n[at] - n[at - 1],
        n[at + 1] - n[at],
        c[at - 2] - c[at - 1],
        f[at] - n[at],
        f[at + 1] - n[at + 1],
        pc[at] - pc[at - 1],
        pc[at] - pn[at],
        pc[at + 1] - pc[at],
        pn[at + 1] - pn[at],
        pn[at - 1] - pc[at - 1],
        qc[at] - qc[at - 1],
        qc[at] - qn[at],
      };
    }
  }

  private Block image() {
    int width = layout.width();
    Block block = Block.blank(layout);
    int channels = layout.channels();
    boolean relative = payload[0] == 1 && channels >= 3;
    Plane none = new Plane(width, 0, 0);
    Plane[] planes = new Plane[channels];
    for (int i = 0; i < channels; i++) {
      boolean difference = relative && (i == 1 || i == 2);
      planes[i] =
          difference
              ? new Plane(width, least - greatest, greatest - least)
              : new Plane(width, least, greatest);
    }
    for (int row = 0; row < layout.height(); row++) {
      for (int i = 0; i < channels; i++) {
        planes[i].next(width);
        row(planes[i], i > 0 ? planes[i - 1] : none, i > 1 ? planes[i - 2] : none, i);
        for (int at = 0; at < width; at++) {
          long number = planes[i].rows[0][at + 2];
          int channel = i;
          if (relative && i < 2) {
            channel = 1 - i;
          }
          if (relative && (i == 1 || i == 2)) {
            number = clamp(number + planes[0].rows[0][at + 2], least, greatest);
          }
          block.planes()[channel][row * width + at] = (int) number;
        }
      }
    }
    checkEnd();
    return block;
  }

  private void row(Plane plane, Plane p, Plane q, int number) {
    int width = layout.width();
    long[] c = plane.rows[0];
    long[] n = plane.rows[1];
    long[] mc = plane.misses[0];
    long[] mn = plane.misses[1];
    long[] mf = plane.misses[2];
    int[] m = new int[width];
    int weights = number == 0 ? 6 : 13;
    for (int at = 2; at < width + 2; at++) {
      long[] differences = plane.differences(at, p, q);
      int sum = (int) (512 * (c[at - 1] + n[at]));
      for (int i = 0; i < weights; i++) {
        sum += (int) (plane.weights[i] * differences[i]);
      }
      int prediction = sum >> 6;
      long near = 2 * mn[at] + mn[at - 1] + mn[at + 1] + mf[at];
      long texture = Math.abs(n[at] - n[at - 1]) + Math.abs(n[at + 1] - n[at]);
      long unrest =
          (3 * near + 4 * (p.misses[0][at] + q.misses[0][at]) >> 2)
              + (texture >> 1)
              + (3 * (2 * mc[at - 1] + mc[at - 2]) >> 2)
              + (Math.abs(n[at - 1] - c[at - 1]) >> 1);
      int context = Math.min(19, log2(unrest + 2) - 1);
      int bias =
          16 * context
              + (prediction < 16 * c[at - 1] ? 1 : 0)
              + (prediction < 16 * n[at] ? 2 : 0)
              + (prediction < 16 * n[at - 1] ? 4 : 0)
              + (prediction < 16 * n[at + 1] ? 8 : 0);
      int refined = prediction + (plane.biases[bias] >> 8) + 8;
      long expected = clamp(refined >> 4, plane.least, plane.greatest);
      long error = error(20 * Math.min(3, number) + context, Math.max(0, 2 * context - 1));
      c[at] = clamp(expected + error, plane.least, plane.greatest);
      mc[at] = Math.abs(c[at] - expected);
      m[at - 2] = (int) (16 * c[at]) - prediction;
      plane.biases[bias] += 256 * m[at - 2] - plane.biases[bias] >> 6;
    }
    plane.end(width);
    int r = Math.max(0, log2(width) + 1 - 7);
    for (int i = 0; i < weights; i++) {
      int lively = 0;
      int opposite = 0;
      for (int at = 2; at < width + 2; at++) {
        int missed = m[at - 2];
        if (missed + 8 >> 4 != 0) {
          lively++;
          boolean falls = plane.differences(at, p, q)[i] < 0;
          opposite += falls == missed < 0 ? 0 : 1;
        }
      }
      plane.weights[i] += lively - 2 * opposite >> r;
    }
  }

  private static int q(long f) {
    int o = log2(f + 4);
    return (int) Math.min(111, 4 * (o - 2) + (f + 4 >> o - 2 & 3));
  }

  private long soundError(int context) {
    return error(context, context % 112 / 2 + 1);
  }

  private Block sound() {
    int channels = layout.channels();
    int frames = layout.width();
    long bound = greatest - least;
    long[][] series = new long[channels][frames];
    int[][] left = new int[channels][frames];
    int[][] c = new int[channels][16];
    int[][] d = new int[channels][8];
    long[] g = new long[channels];
    long[] h = new long[channels];
    for (int i = 0; i < channels; i++) {
      g[i] = 40 * 4096;
      h[i] = 40 * 4096;
    }
    long[][] w = new long[channels][];
    for (int t = 0; t < frames; t++) {
      for (int i = 0; i < channels && t % 4096 == 0; i++) {
        w[i] = predictor();
      }
      for (int i = 0; i < channels; i++) {
        long sum = 4096;
        for (int k = 0; k < w[i].length; k++) {
          sum += w[i][k] * (t - 1 - k < 0 ? 0 : series[i][t - 1 - k]);
        }
        int smooth = (int) (sum >> 13);
        int[] numbers = new int[24];
        int taps = 512;
        for (int k = 0; k < 24; k++) {
          if (k < 16) {
            numbers[k] = t - 1 - k < 0 ? 0 : left[i][t - 1 - k];
          } else if (channels > 1) {
            int at = t - (k - 16) - (i == 0 ? 1 : 0);
            numbers[k] = at < 0 ? 0 : left[i == 0 ? channels - 1 : i - 1][at];
          }
          taps += (k < 16 ? c[i][k] : d[i][k - 16]) * numbers[k];
        }
        int rest = taps >> 10;
        long expected = clamp((long) smooth + rest, -bound, bound);
        int context = 112 * (i == 0 ? 0 : 1) + q(2 * g[i] + h[i] >> 9);
        series[i][t] = clamp(expected + soundError(context), -bound, bound);
        left[i][t] = (int) series[i][t] - smooth;
        int e = left[i][t] - rest;
        for (int k = 0; k < 24 && e != 0; k++) {
          int step = numbers[k] < 0 == e < 0 ? 1 : -1;
          if (k < 16) {
            c[i][k] += step;
          } else {
            d[i][k - 16] += step;
          }
        }
        long m = 4096 * Math.abs(series[i][t] - expected);
        g[i] += m - g[i] >> 4;
        h[i] += m - h[i] >> 7;
      }
    }
    checkEnd();
    return samples(series);
  }

  private long[] predictor() {
    int order = (int) Math.min(32, plain(6));
    long[] w = new long[order];
    long v = 8192;
    long u = 8192;
    for (int k = 0; k < order; k++) {
      w[k] = soundError(224 + q(12 * (Math.abs(v) + Math.abs(u))));
      v = u;
      u = w[k];
    }
    return w;
  }

  private Block samples(long[][] series) {
    Block block = Block.blank(layout);
    int pair = series.length == 2 ? payload[0] & 3 : 0;
    for (int t = 0; t < layout.width(); t++) {
      long[] sample = new long[series.length];
      for (int i = 0; i < series.length; i++) {
        sample[i] = series[i][t];
      }
      if (pair == 1) {
        long first = sample[0];
        sample[0] = first + (sample[1] + 1 >> 1);
        sample[1] = sample[0] - sample[1];
      } else if (pair == 2) {
        sample[1] = sample[0] - sample[1];
      } else if (pair == 3) {
        long first = sample[0];
        sample[0] = first + sample[1];
        sample[1] = first;
      }
      for (int i = 0; i < sample.length; i++) {
        block.planes()[i][t] = (int) clamp(sample[i], least, greatest);
      }
    }
    return block;
  }

  private void checkEnd() {
    if (!isAtTheEnd()) {
      throw new IllegalStateException("the states or words do not end as they must");
    }
  }
}
