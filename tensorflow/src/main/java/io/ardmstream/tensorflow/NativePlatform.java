package io.ardmstream.tensorflow;

import java.util.List;
import java.util.Locale;

/**
 * An operating system and processor, named the way the native TensorFlow jars name theirs, for
 * example {@code linux-x86_64}.
 */
record NativePlatform(String name) {
  private static final String FOLDER = "org/tensorflow/internal/c_api/";

  static NativePlatform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static NativePlatform of(String osName, String osArch) {
    return new NativePlatform(system(osName) + "-" + processor(osArch));
  }

  /** Folders of the class path that may hold the libraries, the one to prefer first. */
  List<String> resourceFolders() {
    return List.of(cardFolder(), FOLDER + name + "/");
  }

  /** Where the variant for graphics cards has them. */
  String cardFolder() {
    return FOLDER + name + "-gpu/";
  }

  private static String system(String osName) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("mac")) {
      return "macosx";
    }
    return os.startsWith("windows") ? "windows" : os.replace(' ', '-');
  }

  private static String processor(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm64";
      default -> osArch;
    };
  }
}
