package io.ardmstream.likelihood.mixed;

import io.ardmstream.coder.binary.BitCoder;

/** Where the decisions about a value go to or come from. */
public interface ValueBitCoder extends BitCoder {

  /** Tells what the decisions to come are about: values that differ by 2^shift or more. */
  void resolution(int shift);
}
