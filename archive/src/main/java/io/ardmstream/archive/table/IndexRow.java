package io.ardmstream.archive.table;

import static io.ardmstream.archive.table.ColumnKind.NUMBER;
import static io.ardmstream.archive.table.ColumnKind.TEXT;
import static io.ardmstream.archive.table.ColumnKind.TIME;

import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.PartBlock;
import io.ardmstream.codec.Codec;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.Modality;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.ModelReference;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One row of the table of an archive. */
final class IndexRow {
  static final Map<String, ColumnKind> COLUMNS = new LinkedHashMap<>();

  static {
    COLUMNS.put("name", TEXT);
    COLUMNS.put("modified", TIME);
    COLUMNS.put("file_bytes", NUMBER);
    COLUMNS.put("sha256", TEXT);
    COLUMNS.put("part", TEXT);
    COLUMNS.put("block_offset", NUMBER);
    COLUMNS.put("group_offset", NUMBER);
    COLUMNS.put("stream", TEXT);
    COLUMNS.put("block_bytes", NUMBER);
    COLUMNS.put("encoded_bytes", NUMBER);
    COLUMNS.put("restores", TEXT);
    COLUMNS.put("model", TEXT);
    COLUMNS.put("model_digest", TEXT);
    COLUMNS.put("format", TEXT);
    COLUMNS.put("raw_bytes", NUMBER);
    COLUMNS.put("width", NUMBER);
    COLUMNS.put("height", NUMBER);
    COLUMNS.put("channels", NUMBER);
    COLUMNS.put("bit_depth", NUMBER);
  }

  private final Object[] values = new Object[COLUMNS.size()];
  private int filled;

  private IndexRow() {}

  /** What the index says of a file. */
  static List<Object> of(ArchiveEntry entry) {
    return new IndexRow().with(entry).list();
  }

  /** What index and record say of a file. */
  static List<Object> of(ArchiveEntry entry, PartBlock block, EncodedRecord record) {
    IndexRow row = new IndexRow().with(entry).with(block, record);
    try {
      row.with(Codec.inspect(ByteFields.toArray(record.getPayload())));
    } catch (ArdmException newerOrDamaged) {
      // the other columns are known all the same
    }
    return row.list();
  }

  private IndexRow with(ArchiveEntry entry) {
    return fill(
        entry.name(),
        entry.modified(),
        entry.length(),
        entry.sha256(),
        entry.part(),
        entry.position(),
        entry.begin());
  }

  private IndexRow with(PartBlock block, EncodedRecord record) {
    ModelReference model = record.getModel();
    return fill(
        record.getStream(),
        block.end() - block.position(),
        record.getEncodedLength(),
        lower(record.getFidelity()),
        model == null ? null : model.getName(),
        model == null ? null : model.getDigest());
  }

  private void with(ContainerInfo info) {
    SampleLayout layout = info.layout();
    boolean samples = layout.kind() != Modality.OPAQUE;
    boolean image = layout.kind() == Modality.IMAGE;
    fill(
        lower(info.type()),
        info.rawBytes(),
        samples ? (long) layout.width() : null,
        image ? (long) layout.height() : null,
        samples ? (long) layout.channels() : null,
        samples ? (long) layout.bitDepth() : null);
  }

  private IndexRow fill(Object... next) {
    System.arraycopy(next, 0, values, filled, next.length);
    filled += next.length;
    return this;
  }

  private List<Object> list() {
    return Arrays.asList(values);
  }

  private static String lower(Object word) {
    return word.toString().toLowerCase(Locale.ROOT);
  }
}
