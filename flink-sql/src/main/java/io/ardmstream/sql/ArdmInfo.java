package io.ardmstream.sql;

import io.ardmstream.codec.Codec;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.types.Row;

/**
 * {@code ARDM_INFO(value BYTES) ROW}: what a value of an encoded topic or an {@code .ardm} file
 * holds, without decoding it. NULL for NULL, and for what is neither or damaged.
 */
public final class ArdmInfo extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private static final String TYPE =
      "ROW<stream STRING, name STRING, format STRING, media STRING, width INT, height INT,"
          + " channels INT, bit_depth INT, samples BIGINT, sample_bytes BIGINT, encoded_bytes BIGINT,"
          + " model STRING, blocks INT>";

  private transient AvroMessage<EncodedRecord> messages;

  @Override
  public void open(FunctionContext context) {
    messages = AvroMessage.of(EncodedRecord.class);
  }

  /** Called by Flink for each row. */
  @DataTypeHint(TYPE)
  public Row eval(byte[] value) {
    if (value == null) {
      return null;
    }
    try {
      return row(EncodedValue.of(value, messages));
    } catch (MalformedMessageException | ArdmException unreadable) {
      return null;
    }
  }

  private static Row row(EncodedValue value) {
    ContainerInfo info = Codec.inspect(value.container());
    SampleLayout layout = info.layout();
    return Row.of(
        value.stream(),
        value.name(),
        info.type().name(),
        layout.kind().name(),
        layout.width(),
        layout.height(),
        layout.channels(),
        layout.bitDepth(),
        layout.samples(),
        info.rawBytes(),
        info.encodedBytes(),
        value.model(),
        info.blocks().size());
  }
}
