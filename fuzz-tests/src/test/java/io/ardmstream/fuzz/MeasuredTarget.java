package io.ardmstream.fuzz;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the fuzzer calls: the class that its argument names, held to what its input may cost.
 *
 * <p>The fuzzer looks through its whole class path each time it starts. So that has the fuzzer
 * alone, and what is tested comes from a class path of its own.
 */
public final class MeasuredTarget {

  /** Class path of what is tested. */
  static final String CLASS_PATH = "fuzz.class.path";

  private static Method target;

  private MeasuredTarget() {}

  public static void fuzzerInitialize(String[] arguments)
      throws ReflectiveOperationException, MalformedURLException {
    List<URL> tested = new ArrayList<>();
    for (String entry : System.getProperty(CLASS_PATH).split(File.pathSeparator)) {
      tested.add(Path.of(entry).toUri().toURL());
    }
    ClassLoader loader =
        new URLClassLoader(tested.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    target = loader.loadClass(arguments[0]).getDeclaredMethod("fuzzerTestOneInput", byte[].class);
    target.setAccessible(true);
  }

  public static void fuzzerTestOneInput(byte[] input) throws Throwable {
    CostOracle.check(input.length, () -> run(target, input));
  }

  static void run(Method target, byte[] input) throws Throwable {
    try {
      target.invoke(null, (Object) input);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
