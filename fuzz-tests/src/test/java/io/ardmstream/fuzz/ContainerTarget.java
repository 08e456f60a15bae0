package io.ardmstream.fuzz;

import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Decoding;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Limits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Encoded records: as they are, and with the checksums they ought to have. */
final class ContainerTarget {

  /** Few samples, so that there is time for many inputs. */
  private static final Limits LIMITS = new Limits(1 << 20, 1 << 12);

  private static final Codec CODEC = Codec.builder().limits(LIMITS).build();
  private static final Pattern HEADER = Pattern.compile("header, before byte (\\d+)");

  private ContainerTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    check(input);
    check(sealed(input));
  }

  /** The same with its mark and the checksums of its header and of the whole. */
  static byte[] sealed(byte[] input) {
    byte[] container = MediaOracle.with(input, 0, "\u00adRM");
    sealHeader(container);
    seal(container, container.length);
    return container;
  }

  private static void check(byte[] container) {
    inspect(container);
    Decoding decoding = CODEC.decode(List.of(container)).get(0);
    boolean decoded = decoding instanceof Decoding.Decoded;
    MediaOracle.require(decoded == CODEC.verify(container).holds(), "verify differs from decode");
    try {
      CODEC.salvage(container);
    } catch (ArdmException refusal) {
      MediaOracle.require(!decoded, "what decodes is not salvaged");
    }
  }

  /** What is said to be wrong with it; empty if nothing. */
  private static String inspect(byte[] container) {
    try {
      Codec.inspect(container);
      return "";
    } catch (ArdmException refusal) {
      return refusal instanceof CorruptDataException ? refusal.where() : "";
    }
  }

  /** The refusal tells where the checksum of the header stands. */
  private static void sealHeader(byte[] container) {
    Matcher wrong = HEADER.matcher(inspect(container));
    if (wrong.matches()) {
      seal(container, Integer.parseInt(wrong.group(1)));
    }
  }

  private static void seal(byte[] container, int end) {
    if (end >= 4) {
      CRC32C checksum = new CRC32C();
      checksum.update(container, 0, end - 4);
      ByteBuffer.wrap(container)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(end - 4, (int) checksum.getValue());
    }
  }
}
