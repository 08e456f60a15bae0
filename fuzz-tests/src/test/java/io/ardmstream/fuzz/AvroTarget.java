package io.ardmstream.fuzz;

import io.ardmstream.schema.AvroBlocks;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.NumberedMessage;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RateWindow;
import io.ardmstream.schema.RawRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Avro records, as messages in both wire formats and as blocks of container files: the first byte
 * says of which kind, the rest is the body.
 */
final class AvroTarget {

  private static final List<Kind<?>> KINDS =
      List.of(
          Kind.of(RawRecord.class),
          Kind.of(EncodedRecord.class),
          Kind.of(RateStatistics.class),
          Kind.of(RateWindow.class),
          Kind.of(DeadLetter.class));

  private AvroTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      KINDS.get((input[0] & 0xFF) % KINDS.size()).check(input);
    }
  }

  private record Kind<T extends SpecificRecordBase>(
      AvroMessage<T> messages, MessageReader<T> numbered, AvroBlocks<T> blocks, long fingerprint) {

    static <T extends SpecificRecordBase> Kind<T> of(Class<T> type) {
      Schema schema = SpecificData.getForClass(type).getSchema(type);
      return new Kind<>(
          AvroMessage.of(type),
          NumberedMessage.reader(type, number -> Optional.of(schema)),
          blocks(type, schema),
          SchemaNormalization.parsingFingerprint64(schema));
    }

    private static <T extends SpecificRecordBase> AvroBlocks<T> blocks(
        Class<T> type, Schema schema) {
      try {
        return AvroBlocks.of(type, schema.toString());
      } catch (MalformedMessageException refusal) {
        throw new IllegalStateException("our own schema is refused", refusal);
      }
    }

    void check(byte[] input) {
      byte[] message =
          ByteBuffer.allocate(input.length + 9)
              .order(ByteOrder.LITTLE_ENDIAN)
              .put((byte) 0xC3)
              .put((byte) 0x01)
              .putLong(fingerprint)
              .put(input, 1, input.length - 1)
              .array();
      List<T> block = block(Arrays.copyOfRange(input, 1, input.length));
      byte[] first;
      try {
        T record = messages.fromBytes(message);
        MediaOracle.require(block.equals(List.of(record)), "a block holds another record");
        MediaOracle.require(record.equals(numbered.fromBytes(numbered(input))), "a number matters");
        first = messages.toBytes(record);
      } catch (MalformedMessageException refusal) {
        MediaOracle.require(block.isEmpty(), "a block is accepted, its record is not");
        return;
      }
      byte[] second = messages.toBytes(accepted(first));
      MediaOracle.require(Arrays.equals(first, second), "another record came back");
    }

    private static byte[] numbered(byte[] input) {
      return ByteBuffer.allocate(input.length + 4)
          .put(new byte[5])
          .put(input, 1, input.length - 1)
          .array();
    }

    private List<T> block(byte[] body) {
      try {
        return blocks.records(body, 1);
      } catch (MalformedMessageException refusal) {
        return List.of();
      }
    }

    private T accepted(byte[] message) {
      try {
        return messages.fromBytes(message);
      } catch (MalformedMessageException refusal) {
        throw new IllegalStateException("our own record is refused", refusal);
      }
    }
  }
}
