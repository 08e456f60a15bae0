package io.ardmstream.media.tiff;

import io.ardmstream.media.Fields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The directories of a file, those inside others too, in the order in which they are found. */
final class Directories {
  private static final int MOST = 1 << 16;
  private static final int BIG = 43;
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
  private static final int SIGNED_BYTE = 6;
  private static final int RATIONAL = 5;
  private static final int SIGNED_RATIONAL = 10;
  private static final int INSIDE = 330;

  private final Fields fields;
  private final boolean big;
  private final Set<Long> seen = new HashSet<>();
  private final List<Map<Integer, long[]>> found = new ArrayList<>();

  /** Bounds the work on directories and values that share their bytes. */
  private long valuesRead;

  private Directories(byte[] file) {
    boolean bigEndian = file[0] == 'M';
    fields = new Fields(file, bigEndian);
    big = fields.u16(2) == BIG;
  }

  /** Tags with their numbers, of every directory. */
  static List<Map<Integer, long[]>> of(byte[] file) {
    Directories directories = new Directories(file);
    boolean big = directories.big;
    directories.chain(big ? directories.fields.number(8, 8) : directories.fields.u32(4));
    return directories.found;
  }

  /** Without recursion, since directories may lie in each other as deep as a file is long. */
  private void chain(long first) {
    Deque<Long> ahead = new ArrayDeque<>(List.of(first));
    while (!ahead.isEmpty()) {
      long at = ahead.pop();
      if (at > 0 && found.size() < MOST && seen.add(at) && fields.has(at, big ? 8 : 2)) {
        read(at, ahead);
      }
    }
  }

  /** Reads a directory; those inside it are ahead, and behind them the next one. */
  private void read(long at, Deque<Long> ahead) {
    long count = big ? fields.number(at, 8) : fields.u16(at);
    long entry = at + (big ? 8 : 2);
    int bytes = big ? 20 : 12;
    if (count < 0 || count > MOST || !fields.has(entry, count * bytes)) {
      return;
    }
    valuesRead += count;
    if (valuesRead > fields.file().length) {
      return;
    }
    Map<Integer, long[]> tags = new HashMap<>();
    for (int i = 0; i < count; i++, entry += bytes) {
      tags.put(fields.u16(entry), values(entry));
    }
    found.add(tags);
    ahead.push(big ? fields.number(entry, 8) : fields.u32(entry));
    long[] inside = tags.getOrDefault(INSIDE, new long[0]);
    for (int i = inside.length - 1; i >= 0; i--) {
      ahead.push(inside[i]);
    }
  }

  /** The numbers of an entry; none if they are not there, or of a kind that no shape is made of. */
  private long[] values(long entry) {
    int type = fields.u16(entry + 2);
    int bytes = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
    long count = big ? fields.number(entry + 4, 8) : fields.u32(entry + 4);
    long field = entry + (big ? 12 : 8);
    boolean number = bytes > 0 && type != RATIONAL && type != SIGNED_RATIONAL;
    if (!number || count < 0 || count > fields.file().length) {
      return new long[0];
    }
    long length = count * bytes;
    long at = length <= (big ? 8 : 4) ? field : big ? fields.number(field, 8) : fields.u32(field);
    valuesRead += count;
    if (!fields.has(at, length) || valuesRead > fields.file().length) {
      return new long[0];
    }
    long[] values = new long[(int) count];
    for (int i = 0; i < count; i++) {
      long value = fields.number(at + (long) i * bytes, bytes);
      int spare = 64 - 8 * bytes;
      values[i] = type >= SIGNED_BYTE && type <= 9 && type != 7 ? value << spare >> spare : value;
    }
    return values;
  }
}
