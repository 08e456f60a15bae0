package io.ardmstream.block;

import io.ardmstream.api.PublicApi;

/** How the samples of a block are coded. The numbers are part of the encoded format. */
@PublicApi
public enum BlockMode {
  /** Samples at their bit depth, one after the other. */
  STORED(0),
  /** One value for each plane. */
  CONSTANT(1),
  /** A hand-made coder for drawings, repetitions and whatever no model knows. */
  CLASSIC(2),
  /** An autoregressive diffusion model, see {@link BlockModel}. */
  ARDM(3);

  private final int code;

  BlockMode(int code) {
    this.code = code;
  }

  /** The number that stands for this mode in encoded records, 0 to 3. */
  public int code() {
    return code;
  }

  /** The mode of a number from 0 to 3. */
  public static BlockMode of(int code) {
    return values()[code];
  }
}
