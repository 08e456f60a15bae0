package io.ardmstream.network;

import io.ardmstream.kernel.FastestKernel;

/** Looks for the kernel when it is first asked for, once. */
final class FastestDenseKernel {
  static final DenseKernel FOUND = FastestKernel.of(DenseKernel.class, DenseKernel::plain);

  private FastestDenseKernel() {}
}
