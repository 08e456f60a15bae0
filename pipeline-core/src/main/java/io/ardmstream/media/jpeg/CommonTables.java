package io.ardmstream.media.jpeg;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables that most files have, named by a number instead of kept: 0 to 3 are the Huffman tables of
 * {@link CommonHuffmanTables}, 4 + 2 * (q - 1) and the next one the quantisers of luminance and
 * chrominance that libjpeg has for quality q, 1 to 100, with a byte a step.
 */
final class CommonTables {
  private static final int QUALITIES = 100;
  private static final int KEY = 8;

  /** The quantisers of T.81, K.1 and K.2, in zigzag order, in base 16. */
  private static final String[] QUANTISERS = {
    "100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933383740485c4e404457453738506d"
        + "51575f626768673e4d71797064785c656763",
    "111212181518"
        + "2f1a1a2f6342384263636363636363636363636363636363636363636363636363636363636363636363636363"
        + "63636363636363636363636363"
  };

  private static final List<byte[]> TABLES = tables();
  private static final Map<Long, List<Integer>> BY_BEGINNING = byBeginning();

  private CommonTables() {}

  /** A table in a file: behind so many bytes since the one before, and its number. */
  record Found(int behind, int number) {}

  private static List<byte[]> tables() {
    List<byte[]> tables = new ArrayList<>();
    for (int i = 0; i < CommonHuffmanTables.COUNT; i++) {
      tables.add(CommonHuffmanTables.definition(i));
    }
    for (int quality = 1; quality <= QUALITIES; quality++) {
      int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
      for (String text : QUANTISERS) {
        byte[] table = new byte[CoefficientPlane.BLOCK];
        for (int i = 0; i < table.length; i++) {
          int step = Integer.parseInt(text, 2 * i, 2 * i + 2, 16);
          table[i] = (byte) Math.max(1, Math.min(255, (step * scale + 50) / 100));
        }
        tables.add(table);
      }
    }
    return tables;
  }

  private static Map<Long, List<Integer>> byBeginning() {
    Map<Long, List<Integer>> map = new HashMap<>();
    for (int i = 0; i < TABLES.size(); i++) {
      map.computeIfAbsent(key(TABLES.get(i), 0), unseen -> new ArrayList<>()).add(i);
    }
    return map;
  }

  private static long key(byte[] bytes, int at) {
    long key = 0;
    for (int i = 0; i < KEY; i++) {
      key = key << 8 | bytes[at + i] & 0xFF;
    }
    return key;
  }

  /** The tables in some bytes, from first to last. */
  static List<Found> find(byte[] bytes) {
    List<Found> found = new ArrayList<>();
    int behind = 0;
    int at = 0;
    while (at + KEY <= bytes.length) {
      int number = at(bytes, at);
      if (number < 0) {
        at++;
        continue;
      }
      found.add(new Found(at - behind, number));
      at += TABLES.get(number).length;
      behind = at;
    }
    return found;
  }

  private static int at(byte[] bytes, int at) {
    for (int number : BY_BEGINNING.getOrDefault(key(bytes, at), List.of())) {
      int end = at + TABLES.get(number).length;
      if (end <= bytes.length && Arrays.equals(bytes, at, end, TABLES.get(number), 0, end - at)) {
        return number;
      }
    }
    return -1;
  }

  /** The bytes without the tables. */
  static byte[] without(byte[] bytes, List<Found> tables) {
    ByteSink sink = new ByteSink();
    int at = 0;
    for (Found table : tables) {
      sink.bytes(bytes, at, table.behind());
      at += table.behind() + TABLES.get(table.number()).length;
    }
    return sink.bytes(bytes, at, bytes.length - at).toBytes();
  }

  /** The bytes with the tables again. */
  static byte[] with(byte[] bytes, List<Found> tables, ForeignSource complaint) {
    ByteSink sink = new ByteSink();
    int at = 0;
    for (Found table : tables) {
      complaint.require(table.behind() <= bytes.length - at, "have a table beyond their end");
      sink.bytes(bytes, at, table.behind()).bytes(TABLES.get(table.number()));
      at += table.behind();
    }
    return sink.bytes(bytes, at, bytes.length - at).toBytes();
  }

  static void write(ByteSink sink, List<Found> tables) {
    sink.varint(tables.size());
    for (Found table : tables) {
      sink.varint(table.behind()).u8(table.number());
    }
  }

  /** Reads the numbers of tables. */
  static List<Found> read(ForeignSource source) {
    int count = source.varint();
    source.require(count <= source.remaining(), "end too early");
    List<Found> tables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Found table = new Found(source.varint(), source.u8());
      source.require(table.number() < TABLES.size(), "name a table that is not known");
      tables.add(table);
    }
    return tables;
  }
}
