package io.ardmstream.fuzz;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.likelihood.registry.PublishedModels;
import io.ardmstream.media.Limits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Encoded records of a stream, of which some lean on others, pictures, JPEG files and sound: two
 * bytes of length before each. As they are, and with the checksums they ought to have, so that each
 * names the one before it.
 */
final class GroupsTarget {

  /** Few samples, so that there is time for many inputs. */
  private static final Limits LIMITS = new Limits(1 << 14, 1 << 10);

  private static final ModelRegistry MODELS = new PublishedModels();
  static final Codec CODEC = Codec.builder().models(MODELS).limits(LIMITS).build();

  private static final int MOST_RECORDS = 6;
  private static final int LENGTH = 2;

  /** Behind the mark and the version: the place, unless it takes two bytes, and the footer. */
  private static final int PLACE = 4;

  private GroupsTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    List<byte[]> records = records(input);
    check(records);
    List<byte[]> sealed = sealed(records);
    if (!same(records, sealed)) {
      check(sealed);
    }
  }

  private static boolean same(List<byte[]> records, List<byte[]> sealed) {
    return Arrays.deepEquals(records.toArray(), sealed.toArray());
  }

  private static void check(List<byte[]> records) {
    List<Decoding> together = CODEC.decode(records);
    StreamDecoder stream = CODEC.streamDecoder();
    for (int i = 0; i < records.size(); i++) {
      requireSame(together.get(i), stream.decode(List.of(records.get(i))).get(0));
      requireSalvage(records.get(i));
    }
  }

  /** One by one, a record may also be found that came too early for all together. */
  private static void requireSame(Decoding together, Decoding alone) {
    if (together instanceof Decoding.Decoded decoded) {
      MediaOracle.require(
          alone instanceof Decoding.Decoded again && Arrays.equals(decoded.bytes(), again.bytes()),
          "decoded otherwise one by one");
    }
  }

  private static void requireSalvage(byte[] record) {
    try {
      CODEC.salvage(record);
    } catch (ArdmException refusal) {
      MediaOracle.require(refusal.getMessage() != null, "a refusal without a message");
    }
  }

  private static List<byte[]> records(byte[] input) {
    List<byte[]> records = new ArrayList<>();
    int from = 0;
    while (from + LENGTH <= input.length && records.size() < MOST_RECORDS) {
      int length = (input[from] & 0xFF) << 8 | input[from + 1] & 0xFF;
      int end = Math.min(from + LENGTH + length, input.length);
      records.add(Arrays.copyOfRange(input, from + LENGTH, end));
      from = end;
    }
    return records;
  }

  private static List<byte[]> sealed(List<byte[]> records) {
    List<byte[]> sealed = new ArrayList<>();
    for (byte[] record : records) {
      byte[] next = record.clone();
      boolean leans = next.length > PLACE + Integer.BYTES && next[PLACE] > 0;
      if (leans && !sealed.isEmpty()) {
        byte[] before = sealed.get(sealed.size() - 1);
        ByteBuffer.wrap(next)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(PLACE + 1, ContainerReader.footer(before));
      }
      next = ContainerTarget.sealed(next);
      if (next.length < Integer.BYTES) {
        break;
      }
      sealed.add(next);
    }
    return sealed;
  }
}
