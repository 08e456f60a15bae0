package io.ardmstream.tensorflow;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes the native TensorFlow of the class path available to DJL.
 *
 * <p>DJL would download its native libraries at first use. Instead they come as an ordinary
 * dependency ({@code org.tensorflow:tensorflow-core-native}); this class unpacks them once into the
 * user's cache and tells DJL where they lie. Several processes may do so at the same time, and a
 * process killed while unpacking leaves nothing that a later one would take for complete.
 *
 * <p>Call {@link #prepare()} before the first use of {@code ai.djl.engine.Engine}. Whoever has a
 * TensorFlow of his own names its folder in the environment variable or system property {@value
 * #LIBRARY_PATH}; nothing is unpacked then.
 */
public final class NativeTensorFlow {
  static final String LIBRARY_PATH = "TENSORFLOW_LIBRARY_PATH";

  private NativeTensorFlow() {}

  /**
   * Makes sure that DJL's engine {@code "TensorFlow"} can load, unpacking with a progress line on
   * standard error where needed. Cheap when called again.
   *
   * @return the folder with the native libraries
   * @throws NativeLibraryException if there are none for this platform or they cannot be unpacked
   */
  public static Path prepare() {
    return prepare(loader(), CacheDirectory.current(), System.err);
  }

  static synchronized Path prepare(ClassLoader loader, Path cache, PrintStream messages) {
    Path folder = ownFolder().orElseGet(() -> unpack(loader, cache, messages));
    tellDjl(folder, cache);
    return folder;
  }

  /** Whether the TensorFlow at hand is not known to be the variant for processors alone. */
  static boolean mayUseCards() {
    return ownFolder().isPresent()
        || loader().getResource(NativePlatform.current().cardFolder() + NativeJar.mainLibrary())
            != null;
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : NativeTensorFlow.class.getClassLoader();
  }

  private static Optional<Path> ownFolder() {
    String chosen = System.getenv(LIBRARY_PATH);
    if (chosen == null) {
      chosen = System.getProperty(LIBRARY_PATH);
    }
    return Optional.ofNullable(chosen).map(NativeTensorFlow::firstWithLibraries);
  }

  private static Path firstWithLibraries(String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .map(Path::of)
        .filter(folder -> Files.isRegularFile(folder.resolve(NativeJar.mainLibrary())))
        .findFirst()
        .orElseThrow(
            () ->
                new NativeLibraryException(
                    "%s=%s has no %s; name the folder of a TensorFlow 2.16 or unset it."
                        .formatted(LIBRARY_PATH, path, NativeJar.mainLibrary())));
  }

  private static Path unpack(ClassLoader loader, Path cache, PrintStream messages) {
    NativePlatform platform = NativePlatform.current();
    Path root = cache.resolve("tensorflow");
    try (NativeJar jar =
        NativeJar.find(loader, platform).orElseThrow(() -> unsupported(platform))) {
      return new LibraryCache(root, messages).provide(jar);
    } catch (IOException e) {
      throw new NativeLibraryException(
          "Cannot unpack native TensorFlow to %s (%s); make room there or choose another folder with %s."
              .formatted(root, e, CacheDirectory.VARIABLE),
          e);
    }
  }

  private static NativeLibraryException unsupported(NativePlatform platform) {
    return new NativeLibraryException(
        ("No native TensorFlow for %s on the class path; add tensorflow-core-native with that"
                + " classifier, or name the folder of a TensorFlow 2.16 in %s.")
            .formatted(platform.name(), LIBRARY_PATH));
  }

  private static void tellDjl(Path folder, Path cache) {
    System.setProperty(LIBRARY_PATH, folder.toString());
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    // otherwise JavaCPP unpacks the jar of the class path a second time
    System.setProperty("org.bytedeco.javacpp.pathsFirst", "true");
    System.setProperty("org.bytedeco.javacpp.cachedir", cache.resolve("javacpp").toString());
  }
}
