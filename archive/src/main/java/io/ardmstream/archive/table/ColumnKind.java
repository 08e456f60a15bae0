package io.ardmstream.archive.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;

/** What the values of a column are. */
enum ColumnKind {
  /** A {@code String}. */
  TEXT(Type.BYTE_ARRAY),
  /** A {@code Long}. */
  NUMBER(Type.INT64),
  /** A {@code Long}: milliseconds since 1970, in UTC. */
  TIME(Type.INT64);

  private final Type type;

  ColumnKind(Type type) {
    this.type = type;
  }

  Type type() {
    return type;
  }

  /** What the schema says of a column, for readers of today and for older ones. */
  SchemaElement schema(String name) {
    SchemaElement element = new SchemaElement(name).setType(type);
    return switch (this) {
      case TEXT ->
          element
              .setLogicalType(LogicalType.STRING(new StringType()))
              .setConverted_type(ConvertedType.UTF8);
      case NUMBER -> element;
      case TIME ->
          element
              .setLogicalType(
                  LogicalType.TIMESTAMP(
                      new TimestampType(true, TimeUnit.MILLIS(new MilliSeconds()))))
              .setConverted_type(ConvertedType.TIMESTAMP_MILLIS);
    };
  }

  /** A value as statistics have it; in pages a text has its length before it. */
  byte[] bytes(Object value) {
    if (this == TEXT) {
      return ((String) value).getBytes(UTF_8);
    }
    return ByteBuffer.allocate(Long.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong((Long) value)
        .array();
  }
}
