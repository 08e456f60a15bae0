package io.ardmstream.sql;

import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import java.util.List;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code ARDM_DECODE(value BYTES) BYTES}: the original value, byte for byte, of a value of an
 * encoded topic or an {@code .ardm} file. NULL stays NULL. What cannot be decoded ends the query
 * with the reason; {@link ArdmInfo} tells beforehand. Records of groups are decoded if those before
 * them came before, in the same query.
 */
public final class ArdmDecode extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient AvroMessage<EncodedRecord> messages;
  private transient Codecs codecs;
  private transient StreamDecoder decoder;

  @Override
  public void open(FunctionContext context) {
    messages = AvroMessage.of(EncodedRecord.class);
    codecs = new Codecs();
  }

  /** Called by Flink for each row. */
  public byte[] eval(byte[] value) {
    if (value == null) {
      return null;
    }
    try {
      EncodedValue encoded = EncodedValue.of(value, messages);
      byte[] media = decoder().decode(List.of(encoded.container())).get(0).orThrow().bytes();
      return encoded.whole(media);
    } catch (MalformedMessageException e) {
      throw new IllegalArgumentException("The value is no encoded record: " + e.getMessage(), e);
    }
  }

  private StreamDecoder decoder() {
    if (decoder == null) {
      decoder = codecs.preferred().streamDecoder();
    }
    return decoder;
  }

  @Override
  public void close() {
    if (codecs != null) {
      codecs.close();
    }
  }
}
