package io.ardmstream.network;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ServiceLoader;

/** Finds the kernel, once. */
final class FastestKernel {
  private static final String BEST_COMPILER = "4";

  static final DenseKernel FOUND = find();

  private FastestKernel() {}

  /** Kernels found as services cannot even be loaded where the module that they use is missing. */
  private static DenseKernel find() {
    if (ModuleLayer.boot().findModule(DenseKernel.VECTOR_MODULE).isEmpty() || !compilesVectors()) {
      return DenseKernel.plain();
    }
    return ServiceLoader.load(DenseKernel.class, DenseKernel.class.getClassLoader())
        .findFirst()
        .orElseGet(DenseKernel::plain);
  }

  /** Without its best compiler a JVM makes an object of every vector. */
  private static boolean compilesVectors() {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return jvm == null || jvm.getVMOption("TieredStopAtLevel").getValue().equals(BEST_COMPILER);
  }
}
