package io.ardmstream.fuzz;

import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RateWindow;
import io.ardmstream.schema.RawRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Avro records: the first byte says of which kind, the rest is the body. */
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

  private record Kind<T extends SpecificRecordBase>(AvroMessage<T> messages, long fingerprint) {

    static <T extends SpecificRecordBase> Kind<T> of(Class<T> type) {
      Schema schema = SpecificData.getForClass(type).getSchema(type);
      return new Kind<>(AvroMessage.of(type), SchemaNormalization.parsingFingerprint64(schema));
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
      byte[] first;
      try {
        first = messages.toBytes(messages.fromBytes(message));
      } catch (MalformedMessageException refusal) {
        return;
      }
      byte[] second = messages.toBytes(accepted(first));
      MediaOracle.require(Arrays.equals(first, second), "another record came back");
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
