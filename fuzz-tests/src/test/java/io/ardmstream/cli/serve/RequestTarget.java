package io.ardmstream.cli.serve;

import io.ardmstream.codec.Codec;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.Limits;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Bodies of requests to the server of the command line. */
public final class RequestTarget {

  /** As many samples as the longest body has bits. */
  private static final Limits LIMITS = new Limits(1 << 20, 1 << 19);

  private static final CodecRequests REQUESTS =
      new CodecRequests(Codec.builder().limits(LIMITS).build());

  private RequestTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    refusable(REQUESTS::decode, input);
    refusable(REQUESTS::info, input);
    require(REQUESTS.decode(REQUESTS.encode(input)), input);
    require(REQUESTS.decode(REQUESTS.encodeRecord(input)), input);
  }

  private static void refusable(UnaryOperator<byte[]> work, byte[] input) {
    try {
      work.apply(input);
    } catch (ArdmException refusal) {
      if (refusal.getMessage().isBlank()) {
        throw new IllegalStateException("a refusal without a reason", refusal);
      }
    }
  }

  private static void require(byte[] back, byte[] input) {
    if (!Arrays.equals(back, input)) {
      throw new IllegalStateException("another body came back");
    }
  }
}
