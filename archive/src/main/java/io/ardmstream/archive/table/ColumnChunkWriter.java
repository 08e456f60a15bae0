package io.ardmstream.archive.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;

/**
 * One column of a group of rows: a single page of plain values, compressed by Zstandard. Any value
 * may be missing.
 */
final class ColumnChunkWriter {
  private static final int CONTINUED = 0x80;
  private static final int LOW_BITS = 0x7F;

  private final String name;
  private final ColumnKind kind;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final ByteArrayOutputStream runs = new ByteArrayOutputStream();
  private int count;
  private int missing;
  private int run;
  private boolean runIsThere;
  private byte[] least;
  private byte[] greatest;

  ColumnChunkWriter(String name, ColumnKind kind) {
    this.name = name;
    this.kind = kind;
  }

  /** Adds the value of the next row; null if it has none. */
  void add(Object value) {
    if (run > 0 && runIsThere != (value != null)) {
      endRun();
    }
    runIsThere = value != null;
    run++;
    count++;
    if (value == null) {
      missing++;
      return;
    }
    byte[] bytes = kind.bytes(value);
    if (kind == ColumnKind.TEXT) {
      values.writeBytes(number(bytes.length));
    }
    values.writeBytes(bytes);
    least = least == null || compare(bytes, least) < 0 ? bytes : least;
    greatest = greatest == null || compare(bytes, greatest) > 0 ? bytes : greatest;
  }

  /**
   * Writes the page.
   *
   * @param position where in the file it will be
   * @return what the end of the file says of it
   */
  ColumnMetaData writeTo(OutputStream out, long position) throws IOException {
    endRun();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    plain.writeBytes(number(runs.size()));
    runs.writeTo(plain);
    values.writeTo(plain);
    byte[] compressed = compress(plain);
    PageHeader header = new PageHeader(PageType.DATA_PAGE, plain.size(), compressed.length);
    header.setData_page_header(
        new DataPageHeader(count, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    Util.writePageHeader(header, head);
    head.writeTo(out);
    out.write(compressed);
    ColumnMetaData facts =
        new ColumnMetaData(
            kind.type(),
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(name),
            CompressionCodec.ZSTD,
            count,
            (long) head.size() + plain.size(),
            (long) head.size() + compressed.length,
            position);
    facts.setStatistics(statistics());
    return facts;
  }

  private Statistics statistics() {
    Statistics statistics = new Statistics();
    statistics.setNull_count(missing);
    if (least != null) {
      statistics.setMin_value(least);
      statistics.setMax_value(greatest);
    }
    return statistics;
  }

  /** The levels of a run of values that are all there, or all missing. */
  private void endRun() {
    int rest = run << 1;
    while (rest > LOW_BITS) {
      runs.write(rest & LOW_BITS | CONTINUED);
      rest >>>= Byte.SIZE - 1;
    }
    runs.write(rest);
    runs.write(runIsThere ? 1 : 0);
    run = 0;
  }

  private int compare(byte[] one, byte[] other) {
    return kind == ColumnKind.TEXT
        ? Arrays.compareUnsigned(one, other)
        : Long.compare(numberOf(one), numberOf(other));
  }

  private static long numberOf(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private static byte[] number(int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  private static byte[] compress(ByteArrayOutputStream plain) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdCompressorOutputStream(compressed)) {
      plain.writeTo(out);
    }
    return compressed.toByteArray();
  }
}
