package io.ardmstream.media.flac;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;

/**
 * FLAC files of random choices, written from RFC 9639 alone: bits are text, checksums are computed
 * bit by bit, and nothing of the code under test is used.
 */
public final class Flacs {
  private static final int[][] BINOMIALS = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};
  private static final int[] DEPTHS = {0, 8, 12, -1, 16, 20, 24, 32};

  /** Bits of a sample with which residuals of any predictor here fit 31 bits. */
  private static final int MOST_PREDICTED = 26;

  private final Random random;
  private final int depth;
  private final int[][] planes;
  private final ByteArrayOutputStream frames = new ByteArrayOutputStream();
  private int number;
  private int at;
  private int variable;

  /** A file of random samples, to be divided into frames. */
  public Flacs(long seed, int channels, int depth, int length) {
    random = new Random(seed);
    this.depth = depth;
    planes = new int[channels][length];
    for (int[] plane : planes) {
      fill(plane);
    }
    variable = random.nextInt(2);
  }

  /** Something smooth, with zeros at the end of every sample now and then. */
  private void fill(int[] plane) {
    double slow = random.nextDouble() * 0.2;
    double loud = random.nextDouble() * 0.9 * (1L << depth - 1);
    int noise = random.nextInt(depth);
    int zeros = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
    boolean constant = random.nextInt(6) == 0;
    long last = 0;
    for (int t = 0; t < plane.length; t++) {
      long value = Math.round(loud * Math.sin(t * slow)) + random.nextInt(1 << Math.min(noise, 30));
      value = constant && t % 37 != 0 ? last : value;
      value = Math.max(-1L << depth - 1, Math.min((1L << depth - 1) - 1, value)) >> zeros << zeros;
      last = value;
      plane[t] = (int) value;
    }
  }

  public int[][] planes() {
    return planes;
  }

  /** Divides all samples into frames. */
  public Flacs frames() {
    while (at < planes[0].length) {
      frame(Math.min(planes[0].length - at, 1 + random.nextInt(random.nextBoolean() ? 40 : 400)));
    }
    return this;
  }

  /** Bytes that belong to no frame, after what was written so far. */
  public Flacs junk(byte[] bytes) {
    frames.writeBytes(bytes);
    return this;
  }

  /** The next {@code size} samples as a frame. */
  public Flacs frame(int size) {
    int channels = planes.length;
    int assignment = channels == 2 ? new int[] {1, 8, 9, 10}[random.nextInt(4)] : channels - 1;
    Bits bits = new Bits();
    bits.add(0x7FFC, 15).add(variable, 1);
    int sizeCode = sizeCode(size);
    int rateCode = random.nextInt(15);
    bits.add(sizeCode, 4).add(rateCode, 4).add(assignment, 4);
    bits.add(random.nextBoolean() && depthCode() > 0 ? depthCode() : 0, 3).add(0, 1);
    utf8(bits, variable == 1 ? at : number);
    if (sizeCode == 6 || sizeCode == 7) {
      bits.add(size - 1, sizeCode == 6 ? 8 : 16);
    }
    if (rateCode >= 12) {
      bits.add(random.nextInt(200), rateCode == 12 ? 8 : 16);
    }
    bits.add(crc(bits.bytes(), 8, 0x07), 8);
    long[][] coded = coded(assignment, size);
    for (int c = 0; c < channels; c++) {
      boolean side = assignment >= 8 && c == (assignment == 9 ? 0 : 1);
      subframe(bits, coded[c], depth + (side ? 1 : 0));
    }
    bits.align();
    bits.add(crc(bits.bytes(), 16, 0x8005), 16);
    frames.writeBytes(bits.bytes());
    at += size;
    number++;
    return this;
  }

  /** The next samples, which are all the same, as a frame of a few bytes. */
  public Flacs constantFrame(int size) {
    Bits bits = new Bits().add(0x7FFC, 15).add(0, 1).add(7, 4).add(0, 4);
    bits.add(planes.length - 1, 4).add(0, 4);
    utf8(bits, number++);
    bits.add(size - 1, 16);
    bits.add(crc(bits.bytes(), 8, 0x07), 8);
    for (int[] plane : planes) {
      bits.add(0, 8).add(plane[at], depth);
    }
    bits.align();
    bits.add(crc(bits.bytes(), 16, 0x8005), 16);
    frames.writeBytes(bits.bytes());
    at += size;
    return this;
  }

  private int depthCode() {
    for (int code = 1; code < DEPTHS.length; code++) {
      if (DEPTHS[code] == depth) {
        return code;
      }
    }
    return 0;
  }

  private int sizeCode(int size) {
    if (size == 192 && random.nextBoolean()) {
      return 1;
    }
    return size <= 256 && random.nextInt(8) > 0 ? 6 : 7;
  }

  private long[][] coded(int assignment, int size) {
    long[][] coded = new long[planes.length][size];
    for (int t = 0; t < size; t++) {
      for (int c = 0; c < planes.length; c++) {
        coded[c][t] = planes[c][at + t];
      }
      if (assignment >= 8) {
        long left = coded[0][t];
        long right = coded[1][t];
        coded[0][t] = assignment == 8 ? left : assignment == 9 ? left - right : left + right >> 1;
        coded[1][t] = assignment == 9 ? right : left - right;
      }
    }
    return coded;
  }

  private void subframe(Bits bits, long[] samples, int width) {
    int wasted = wasted(samples);
    long[] kept = Arrays.stream(samples).map(s -> s >> wasted).toArray();
    int kind = kind(kept, width);
    int most = kind == 2 ? 4 : 32;
    int order = Math.min(kept.length, random.nextInt(most) + (kind == 2 ? random.nextInt(2) : 1));
    order = width > MOST_PREDICTED ? 0 : order;
    int type = kind < 2 ? kind : kind == 2 ? 8 + order : 31 + order;
    bits.add(type, 7).add(wasted > 0 ? 1 : 0, 1);
    if (wasted > 0) {
      bits.unary(wasted - 1);
    }
    int left = width - wasted;
    int plain = kind == 0 ? 1 : kind == 1 ? kept.length : order;
    for (int t = 0; t < plain; t++) {
      bits.add(kept[t], left);
    }
    if (kind == 2) {
      residual(bits, residuals(kept, BINOMIALS[order], 0), order);
    } else if (kind == 3) {
      linear(bits, kept, order);
    }
  }

  /** 0 constant, 1 verbatim, 2 fixed, 3 linear; residuals have to fit 31 bits. */
  private int kind(long[] samples, int width) {
    if (Arrays.stream(samples).distinct().count() == 1 && random.nextBoolean()) {
      return 0;
    }
    long most = Arrays.stream(samples).map(Math::abs).max().orElse(0);
    int kinds = width <= MOST_PREDICTED ? 3 : most < 1 << 30 ? 2 : 1;
    return 1 + random.nextInt(kinds);
  }

  private int wasted(long[] samples) {
    long any = Arrays.stream(samples).reduce(0, (a, b) -> a | b);
    int most = any == 0 ? 2 : Math.min(Long.numberOfTrailingZeros(any), depth - 1);
    return random.nextInt(4) == 0 ? most / 2 : most;
  }

  private void linear(Bits bits, long[] samples, int order) {
    int precision = 2 + random.nextInt(14);
    int shift = random.nextInt(16);
    int size = Math.max(1, (1 << Math.min(shift, precision - 1)) / order);
    int[] coefficients = random.ints(order, -size, size).toArray();
    bits.add(precision - 1, 4).add(shift, 5);
    for (int coefficient : coefficients) {
      bits.add(coefficient, precision);
    }
    residual(bits, residuals(samples, coefficients, shift), order);
  }

  private static long[] residuals(long[] samples, int[] coefficients, int shift) {
    long[] residuals = samples.clone();
    for (int t = coefficients.length; t < samples.length; t++) {
      long sum = 0;
      for (int i = 0; i < coefficients.length; i++) {
        sum += coefficients[i] * samples[t - 1 - i];
      }
      residuals[t] = samples[t] - (sum >> shift);
    }
    return residuals;
  }

  private void residual(Bits bits, long[] residuals, int order) {
    int method = random.nextInt(2);
    int partitionOrder = random.nextInt(5);
    int size = residuals.length;
    while (partitionOrder > 0
        && (size % (1 << partitionOrder) != 0 || size >> partitionOrder <= order)) {
      partitionOrder--;
    }
    bits.add(method, 2).add(partitionOrder, 4);
    int each = size >> partitionOrder;
    for (int p = 0; p < 1 << partitionOrder; p++) {
      partition(
          bits, method, Arrays.copyOfRange(residuals, p == 0 ? order : p * each, (p + 1) * each));
    }
  }

  private void partition(Bits bits, int method, long[] residuals) {
    int escape = method == 0 ? 15 : 31;
    long most = Arrays.stream(residuals).map(Math::abs).max().orElse(0);
    int needed = most == 0 ? 0 : 65 - Long.numberOfLeadingZeros(most);
    int parameter = Math.max(0, needed - 4 + random.nextInt(3));
    if (parameter >= escape || needed < 32 && random.nextInt(5) == 0) {
      int width = Math.min(31, needed + random.nextInt(2));
      bits.add(escape, 4 + method).add(width, 5);
      for (long residual : residuals) {
        bits.add(residual, width);
      }
      return;
    }
    bits.add(parameter, 4 + method);
    for (long residual : residuals) {
      long folded = residual >= 0 ? 2 * residual : -2 * residual - 1;
      bits.unary((int) (folded >> parameter)).add(folded, parameter);
    }
  }

  private static void utf8(Bits bits, int value) {
    if (value < 0x80) {
      bits.add(value, 8);
    } else if (value < 0x800) {
      bits.add(0xC0 | value >> 6, 8).add(0x80 | value & 0x3F, 8);
    } else {
      bits.add(0xE0 | value >> 12, 8).add(0x80 | value >> 6 & 0x3F, 8).add(0x80 | value & 0x3F, 8);
    }
  }

  private static int crc(byte[] bytes, int width, int polynomial) {
    int crc = 0;
    for (byte next : bytes) {
      for (int bit = 7; bit >= 0; bit--) {
        int out = crc >> width - 1 ^ next >> bit & 1;
        crc = (crc << 1 ^ (out & 1) * polynomial) & (1 << width) - 1;
      }
    }
    return crc;
  }

  /** The frames alone. */
  public byte[] stream() {
    return frames.toByteArray();
  }

  /** The whole file: marker, STREAMINFO, other metadata blocks, frames. */
  public byte[] file(byte[]... blocks) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {'f', 'L', 'a', 'C'});
    file.writeBytes(block(0, blocks.length == 0, info(md5())));
    for (int i = 0; i < blocks.length; i++) {
      byte[] last = blocks[i].clone();
      last[0] |= (byte) (i == blocks.length - 1 ? 0x80 : 0);
      file.writeBytes(last);
    }
    file.writeBytes(stream());
    return file.toByteArray();
  }

  /** A metadata block. */
  public static byte[] block(int type, boolean last, byte[] contents) {
    Bits bits = new Bits().add(last ? 1 : 0, 1).add(type, 7).add(contents.length, 24);
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(bits.bytes());
    block.writeBytes(contents);
    return block.toByteArray();
  }

  private byte[] info(byte[] digest) {
    Bits bits = new Bits().add(16, 16).add(400, 16).add(0, 24).add(0, 24);
    bits.add(44_100, 20).add(planes.length - 1, 3).add(depth - 1, 5).add(planes[0].length, 36);
    for (byte next : digest) {
      bits.add(next, 8);
    }
    return bits.bytes();
  }

  private byte[] md5() {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      for (int t = 0; t < planes[0].length; t++) {
        for (int[] plane : planes) {
          for (int b = 0; b < (depth + 7) / 8; b++) {
            digest.update((byte) (plane[t] >> 8 * b));
          }
        }
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class Bits {
    private final StringBuilder text = new StringBuilder();

    Bits add(long value, int width) {
      for (int bit = width - 1; bit >= 0; bit--) {
        text.append(value >> bit & 1);
      }
      return this;
    }

    Bits unary(int zeros) {
      text.append("0".repeat(zeros)).append('1');
      return this;
    }

    void align() {
      text.append("0".repeat(-text.length() & 7));
    }

    byte[] bytes() {
      byte[] bytes = new byte[text.length() / 8];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Integer.parseInt(text.substring(8 * i, 8 * i + 8), 2);
      }
      return bytes;
    }
  }
}
