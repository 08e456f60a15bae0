package io.ardmstream.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.ardmstream.cli.files.Details;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.CodecVersion;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.codec.Source;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.OriginalValue;
import io.ardmstream.schema.encoded.EncodedValue;
import java.util.List;

/**
 * What is done with the body of a request. Any number of threads may call at once.
 *
 * @param codec encodes and decodes
 */
record CodecRequests(Codec codec) {
  private static final MediaOptions OPTIONS = MediaOptions.defaults().withOpaqueAllowed();

  /** A media file as an {@code .ardm} file; what is no media is kept as plain bytes. */
  byte[] encode(byte[] file) {
    return encoded(file).container();
  }

  /** A media file as a value of an encoded topic. */
  byte[] encodeRecord(byte[] file) {
    return AvroMessage.of(EncodedRecord.class)
        .toBytes(EncodedValue.of(encoded(file)).setCodecVersion(CodecVersion.get()).build());
  }

  /**
   * The original of an {@code .ardm} file or of a value of an encoded topic, byte for byte.
   *
   * @throws io.ardmstream.failure.ArdmException if it cannot be decoded
   */
  byte[] decode(byte[] value) {
    if (ContainerReader.recognises(value)) {
      return decoded(value);
    }
    EncodedRecord record = record(value);
    return OriginalValue.of(record, decoded(ByteFields.toArray(record.getPayload())));
  }

  /**
   * What an {@code .ardm} file or a value of an encoded topic is, as JSON.
   *
   * @throws io.ardmstream.failure.ArdmException if it is neither
   */
  byte[] info(byte[] value) {
    if (ContainerReader.recognises(value)) {
      return Details.of(Codec.inspect(value)).toString().getBytes(UTF_8);
    }
    EncodedRecord record = record(value);
    JsonObject json = Details.of(Codec.inspect(ByteFields.toArray(record.getPayload())));
    json.addProperty("stream", record.getStream());
    json.addProperty("id", record.getId());
    json.addProperty("name", record.getName());
    return json.toString().getBytes(UTF_8);
  }

  private Encoded encoded(byte[] file) {
    return codec.encode(List.of(new Source(file, OPTIONS))).get(0).orThrow();
  }

  private byte[] decoded(byte[] container) {
    return codec.decode(List.of(container)).get(0).orThrow().bytes();
  }

  private static EncodedRecord record(byte[] value) {
    try {
      return AvroMessage.of(EncodedRecord.class).fromBytes(value);
    } catch (MalformedMessageException e) {
      throw new CorruptDataException(
          "The body is neither an .ardm file nor a value of an encoded topic: " + e.getMessage(),
          "byte 0",
          "Send the bytes as they are, without any text encoding.");
    }
  }
}
