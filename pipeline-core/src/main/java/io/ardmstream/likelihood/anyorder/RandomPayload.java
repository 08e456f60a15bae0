package io.ardmstream.likelihood.anyorder;

import io.ardmstream.block.BlockLayout;
import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Payloads of random bits: what is decoded from them follows the distributions of the model. */
final class RandomPayload {

  /** More than a sample ever takes. */
  private static final int BYTES_A_SAMPLE = 4;

  /** Four lanes, as the first byte of the coder says. */
  private static final int LANES = 2;

  private RandomPayload() {}

  /** A payload with the head of a plan, of enough bits for a block. */
  static byte[] of(CodingPlan plan, BlockLayout layout, long seed) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    plan.write(payload);
    payload.write(LANES);
    byte[] bits = new byte[Math.toIntExact(BYTES_A_SAMPLE * (layout.samples() + 16))];
    new Random(seed).nextBytes(bits);
    payload.writeBytes(bits);
    return payload.toByteArray();
  }
}
