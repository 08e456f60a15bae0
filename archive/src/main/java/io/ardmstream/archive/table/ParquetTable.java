package io.ardmstream.archive.table;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TypeDefinedOrder;
import org.apache.parquet.format.Util;

/** Writes a table in the format of Apache Parquet: flat, any value of it may be missing. */
final class ParquetTable {
  private static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);
  private static final int ROWS_IN_GROUP = 1 << 16;

  private final OutputStream out;
  private final Map<String, ColumnKind> columns;
  private final List<RowGroup> groups = new ArrayList<>();
  private final List<ColumnChunkWriter> chunks = new ArrayList<>();
  private long position;
  private long rows;
  private int rowsInGroup;

  /**
   * Begins a table.
   *
   * @param out takes it; stays open
   * @param columns their names and kinds, in order
   */
  ParquetTable(OutputStream out, Map<String, ColumnKind> columns) throws IOException {
    this.out = out;
    this.columns = new LinkedHashMap<>(columns);
    write(MAGIC);
    beginGroup();
  }

  /** Adds a row: a {@code String}, a {@code Long} or null for each column. */
  void add(List<?> row) throws IOException {
    for (int i = 0; i < chunks.size(); i++) {
      chunks.get(i).add(row.get(i));
    }
    rowsInGroup++;
    if (rowsInGroup == ROWS_IN_GROUP) {
      endGroup();
      beginGroup();
    }
  }

  /** Writes what is left, and the end that says where everything is. */
  void finish() throws IOException {
    endGroup();
    FileMetaData facts = new FileMetaData(1, schema(), rows, groups);
    facts.setCreated_by("ardm-stream");
    facts.setColumn_orders(
        columns.keySet().stream()
            .map(name -> ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()))
            .toList());
    ByteArrayOutputStream end = new ByteArrayOutputStream();
    Util.writeFileMetaData(facts, end);
    write(end.toByteArray());
    write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(end.size())
            .array());
    write(MAGIC);
  }

  private List<SchemaElement> schema() {
    List<SchemaElement> schema = new ArrayList<>();
    SchemaElement root = new SchemaElement("archive");
    root.setNum_children(columns.size());
    schema.add(root);
    columns.forEach(
        (name, kind) ->
            schema.add(kind.schema(name).setRepetition_type(FieldRepetitionType.OPTIONAL)));
    return schema;
  }

  private void beginGroup() {
    chunks.clear();
    columns.forEach((name, kind) -> chunks.add(new ColumnChunkWriter(name, kind)));
    rowsInGroup = 0;
  }

  private void endGroup() throws IOException {
    if (rowsInGroup == 0) {
      return;
    }
    List<ColumnChunk> written = new ArrayList<>();
    long bytes = 0;
    for (ColumnChunkWriter chunk : chunks) {
      ColumnMetaData facts = chunk.writeTo(out, position);
      position += facts.getTotal_compressed_size();
      bytes += facts.getTotal_uncompressed_size();
      written.add(new ColumnChunk(facts.getData_page_offset()).setMeta_data(facts));
    }
    groups.add(new RowGroup(written, bytes, rowsInGroup));
    rows += rowsInGroup;
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    position += bytes.length;
  }
}
