package io.ardmstream.tensorflow;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process of its own that prepares native TensorFlow.
 *
 * <p>Modes: {@code prepare} prints the folder, {@code die} halts the JVM when half of the bytes are
 * unpacked, {@code engine} also starts the engine and prints its version.
 */
final class PreparingProcess {
  private PreparingProcess() {}

  static Process start(Path cache, String mode, Path... classPathFirst) throws IOException {
    List<String> classPath = new ArrayList<>();
    for (Path entry : classPathFirst) {
      classPath.add(entry.toString());
    }
    classPath.add(System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-D" + CacheDirectory.PROPERTY + "=" + cache);
    command.add("-cp");
    command.add(String.join(java.io.File.pathSeparator, classPath));
    command.add(PreparingProcess.class.getName());
    command.add(mode);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove(NativeTensorFlow.LIBRARY_PATH);
    return builder.start();
  }

  public static void main(String[] args) {
    if (args[0].equals("die")) {
      ClassLoader loader = PreparingProcess.class.getClassLoader();
      NativeTensorFlow.prepare(loader, CacheDirectory.current(), new HaltingAt50Percent());
    }
    System.out.println(NativeTensorFlow.prepare());
    if (args[0].equals("engine")) {
      System.out.println(Engine.getEngine("TensorFlow").getVersion());
    }
  }

  private static final class HaltingAt50Percent extends PrintStream {
    HaltingAt50Percent() {
      super(System.err);
    }

    @Override
    public void print(String text) {
      if (text.contains("50%")) {
        Runtime.getRuntime().halt(9);
      }
      super.print(text);
    }
  }
}
