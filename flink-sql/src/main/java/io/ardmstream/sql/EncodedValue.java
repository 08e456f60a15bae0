package io.ardmstream.sql;

import io.ardmstream.container.ContainerReader;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.ModelReference;
import io.ardmstream.schema.OriginalValue;

/**
 * A value of an encoded topic, or the bytes of an {@code .ardm} file, as far as they can be told
 * apart without decoding.
 *
 * @param container the encoded media
 * @param head bytes of the original value before the media
 * @param tail bytes of the original value after the media
 * @param stream it belongs to; empty: not known
 * @param name of the original file, or null
 * @param model name and version of the model that decoding needs, or null
 */
record EncodedValue(
    byte[] container, byte[] head, byte[] tail, String stream, String name, String model) {
  private static final byte[] NOTHING = {};

  /**
   * Takes a value apart.
   *
   * @throws MalformedMessageException if it is neither
   */
  static EncodedValue of(byte[] value, AvroMessage<EncodedRecord> messages)
      throws MalformedMessageException {
    if (ContainerReader.recognises(value)) {
      return new EncodedValue(value, NOTHING, NOTHING, "", null, null);
    }
    EncodedRecord record = messages.fromBytes(value);
    return new EncodedValue(
        ByteFields.toArray(record.getPayload()),
        ByteFields.toArray(record.getEnvelopeHead()),
        ByteFields.toArray(record.getEnvelopeTail()),
        record.getStream(),
        record.getName(),
        model(record.getModel()));
  }

  /** The original value, whose media were decoded. */
  byte[] whole(byte[] media) {
    return OriginalValue.of(head, media, tail);
  }

  private static String model(ModelReference model) {
    return model == null ? null : model.getName() + "-" + model.getVersion();
  }
}
