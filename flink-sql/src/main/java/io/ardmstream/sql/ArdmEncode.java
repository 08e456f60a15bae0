package io.ardmstream.sql;

import io.ardmstream.codec.CodecVersion;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.codec.Source;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.encoded.EncodedValue;
import java.util.List;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;

/**
 * {@code ARDM_ENCODE(media BYTES [, model STRING]) BYTES}: a media file as a value of an encoded
 * topic, which the replay job, {@link ArdmDecode} and Kafka clients read. What is no media is kept
 * as plain bytes. NULL stays NULL.
 */
public final class ArdmEncode extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private static final MediaOptions OPTIONS = MediaOptions.defaults().withOpaqueAllowed();

  private transient AvroMessage<EncodedRecord> messages;
  private transient Codecs codecs;

  @Override
  public void open(FunctionContext context) {
    messages = AvroMessage.of(EncodedRecord.class);
    codecs = new Codecs();
  }

  /** Called by Flink for each row: with the models that suit. */
  public byte[] eval(byte[] media) {
    return eval(media, "");
  }

  /** Called by Flink for each row: with a model, for what it covers. */
  public byte[] eval(byte[] media, String model) {
    if (media == null) {
      return null;
    }
    Encoded encoded =
        codecs.named(model).encode(List.of(new Source(media, OPTIONS))).get(0).orThrow();
    return messages.toBytes(EncodedValue.of(encoded).setCodecVersion(CodecVersion.get()).build());
  }

  @Override
  public void close() {
    if (codecs != null) {
      codecs.close();
    }
  }
}
