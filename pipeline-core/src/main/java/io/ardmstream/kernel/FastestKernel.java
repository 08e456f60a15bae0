package io.ardmstream.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Finds the fastest kernel of a kind in this JVM. */
public final class FastestKernel {

  /** The JVM's module that kernels found as services may use. */
  public static final String VECTOR_MODULE = "jdk.incubator.vector";

  private static final String BEST_COMPILER = "4";

  private FastestKernel() {}

  /**
   * The kernel that is found as a service where the JVM can make use of it, else that of loops.
   *
   * @param kind an interface
   */
  public static <K extends Kernel> K of(Class<K> kind, Supplier<? extends K> loops) {
    // kernels found as services cannot even be loaded where the module that they use is missing
    if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty() || !compilesVectors()) {
      return loops.get();
    }
    for (K kernel : ServiceLoader.load(kind, kind.getClassLoader())) {
      if (kernel.suitsProcessor()) {
        return kernel;
      }
    }
    return loops.get();
  }

  /** Without its best compiler a JVM makes an object of every vector. */
  private static boolean compilesVectors() {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return jvm == null || jvm.getVMOption("TieredStopAtLevel").getValue().equals(BEST_COMPILER);
  }
}
