package io.ardmstream.likelihood.mixed;

import io.ardmstream.coder.binary.BitCoder;

/** Where the decisions about a leaf go to or come from. */
public interface LeafPort extends BitCoder {

  /** Tells what the decisions to come are about: leaves that differ by 2^shift or more. */
  void resolution(int shift);
}
