package io.ardmstream.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Asks for each schema once, as long as there are not very many. */
final class NumberedReader<T extends SpecificRecordBase> implements MessageReader<T> {

  private static final int MOST_SCHEMAS = 1000;

  private final SpecificData data;
  private final Schema schema;
  private final SchemaNumbers numbers;
  private final Map<Integer, AvroBody<T>> bodies = new HashMap<>();

  NumberedReader(Class<T> type, SchemaNumbers numbers) {
    this.data = SpecificData.getForClass(type);
    this.schema = data.getSchema(type);
    this.numbers = numbers;
  }

  @Override
  public T fromBytes(byte[] bytes) throws MalformedMessageException {
    if (bytes.length < NumberedMessage.HEAD_LENGTH || bytes[0] != NumberedMessage.MAGIC) {
      throw new MalformedMessageException(
          "not in the wire format of a schema registry: it does not start with the byte 00 and the"
              + " number of a schema; write such records with a serializer of the registry, or"
              + " leave registry.url empty if they are Avro in single-object encoding");
    }
    int number = ByteBuffer.wrap(bytes).getInt(1);
    return body(number).records(bytes, NumberedMessage.HEAD_LENGTH, 1).get(0);
  }

  private AvroBody<T> body(int number) throws MalformedMessageException {
    AvroBody<T> known = bodies.get(number);
    if (known != null) {
      return known;
    }
    AvroBody<T> body = new AvroBody<>(writer(number), schema, data);
    if (bodies.size() == MOST_SCHEMAS) {
      bodies.clear();
    }
    bodies.put(number, body);
    return body;
  }

  private Schema writer(int number) throws MalformedMessageException {
    Schema written = find(number).orElseThrow(() -> unknown(number));
    ForeignSchema.require(written, schema);
    return written;
  }

  /** No registry gives negative numbers, and some take offence at them. */
  private Optional<Schema> find(int number) {
    try {
      return number < 0 ? Optional.empty() : numbers.find(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static MalformedMessageException unknown(int number) {
    return new MalformedMessageException(
        "the schema registry shows no schema with the number "
            + number
            + "; check that registry.url names the registry that the writer of the record uses, and"
            + " that its schemas may be read from here");
  }
}
