package io.ardmstream.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages files, the same way for the same seed: as wires, disks and people do, and with the
 * numbers at which sums overflow.
 */
final class Corruption {
  private static final int MOST_AT_ONCE = 4;
  private static final int MOST_BYTES = 1 << 16;
  private static final int LONGEST_STRETCH = 64;

  private static final long[] EDGES = {
    0,
    1,
    -1,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x1_0000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0xFFFF_FFFFL,
    1L << 32,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private final List<Kind> kinds =
      List.of(
          this::flip,
          this::set,
          this::number,
          this::digits,
          this::cut,
          this::remove,
          this::repeat,
          this::swap,
          this::blank,
          this::insert);

  private final Random random;

  Corruption(long seed) {
    random = new Random(seed);
  }

  private interface Kind {
    byte[] apply(byte[] file);
  }

  /** One of some files, damaged in one to four ways; now and then the end is that of another. */
  byte[] ofOne(List<byte[]> files) {
    byte[] file = files.get(random.nextInt(files.size())).clone();
    if (random.nextInt(MOST_AT_ONCE * MOST_AT_ONCE) == 0) {
      file = joined(file, files.get(random.nextInt(files.size())));
    }
    for (int ways = 1 + random.nextInt(MOST_AT_ONCE); ways > 0 && file.length > 0; ways--) {
      file = kinds.get(random.nextInt(kinds.size())).apply(file);
    }
    return file.length <= MOST_BYTES ? file : Arrays.copyOf(file, MOST_BYTES);
  }

  private byte[] joined(byte[] file, byte[] other) {
    int cut = random.nextInt(file.length + 1);
    return replaced(
        file,
        cut,
        file.length - cut,
        Arrays.copyOfRange(other, Math.min(cut, other.length), other.length));
  }

  private byte[] flip(byte[] file) {
    file[place(file)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return file;
  }

  private byte[] set(byte[] file) {
    file[place(file)] = (byte) EDGES[random.nextInt(EDGES.length)];
    return file;
  }

  /** A number of one to eight bytes is one at which something ends, or nearly what it was. */
  private byte[] number(byte[] file) {
    int width = 1 << random.nextInt(4);
    int place = place(file);
    if (place + width > file.length) {
      return file;
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES)
            .order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int from = bytes.order() == ByteOrder.BIG_ENDIAN ? Long.BYTES - width : 0;
    bytes.put(from, file, place, width);
    long value =
        random.nextBoolean()
            ? EDGES[random.nextInt(EDGES.length)]
            : bytes.getLong(0) + random.nextInt(5) - 2;
    bytes.putLong(0, value).get(from, file, place, width);
    return file;
  }

  /** A number in digits, where there is one, is another. */
  private byte[] digits(byte[] file) {
    int from = place(file);
    while (from < file.length && !Character.isDigit(file[from])) {
      from++;
    }
    int to = from;
    while (to < file.length && Character.isDigit(file[to])) {
      to++;
    }
    String number = Long.toString(EDGES[random.nextInt(EDGES.length)]);
    return from == to
        ? file
        : replaced(file, from, to - from, number.getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] cut(byte[] file) {
    return Arrays.copyOf(file, random.nextInt(file.length + 1));
  }

  private byte[] remove(byte[] file) {
    int place = place(file);
    return replaced(file, place, stretch(file, place), new byte[0]);
  }

  private byte[] repeat(byte[] file) {
    int place = place(file);
    byte[] stretch = Arrays.copyOfRange(file, place, place + stretch(file, place));
    return replaced(file, place, 0, stretch);
  }

  private byte[] swap(byte[] file) {
    int one = place(file);
    int other = place(file);
    int length = Math.min(stretch(file, one), stretch(file, other));
    byte[] first = Arrays.copyOfRange(file, one, one + length);
    System.arraycopy(file, other, file, one, length);
    System.arraycopy(first, 0, file, other, length);
    return file;
  }

  private byte[] blank(byte[] file) {
    int place = place(file);
    Arrays.fill(file, place, place + stretch(file, place), (byte) (random.nextBoolean() ? 0 : -1));
    return file;
  }

  private byte[] insert(byte[] file) {
    byte[] noise = new byte[1 + random.nextInt(LONGEST_STRETCH)];
    random.nextBytes(noise);
    return replaced(file, place(file), 0, noise);
  }

  /** Headers stand at the beginning, directories at the end: both are hit often. */
  private int place(byte[] file) {
    int near = Math.min(LONGEST_STRETCH, file.length);
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(near);
      case 1 -> file.length - 1 - random.nextInt(near);
      default -> random.nextInt(file.length);
    };
  }

  private int stretch(byte[] file, int place) {
    return 1 + random.nextInt(Math.min(LONGEST_STRETCH, file.length - place));
  }

  private static byte[] replaced(byte[] file, int place, int length, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, place);
    out.writeBytes(by);
    out.write(file, place + length, file.length - place - length);
    return out.toByteArray();
  }
}
