package io.ardmstream.it.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A disk of one megabyte in place of a folder, seen only by programs that are started with its
 * prefix. It is memory, mounted in a name space of its own, which Linux mostly allows to everybody.
 */
final class Disk implements AutoCloseable {

  private static final List<String> NAME_SPACE =
      List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");

  private final Program holder;
  private final Path inside;
  private final Path filler;

  private Disk(Program holder, Path inside) {
    this.holder = holder;
    this.inside = inside;
    // the folder as the holder sees it
    this.filler = Path.of("/proc/" + holder.pid() + "/root" + inside, "filler");
  }

  /** Whether this machine lets us have one. */
  static boolean isPossible() throws Exception {
    Process mount =
        new ProcessBuilder("sh", "-c", String.join(" ", NAME_SPACE) + " 'mount -t tmpfs none /mnt'")
            .redirectErrorStream(true)
            .start();
    mount.getInputStream().transferTo(OutputStream.nullOutputStream());
    return mount.waitFor() == 0;
  }

  /** Puts one in place of a folder. */
  static Disk at(Path folder) throws Exception {
    Files.createDirectories(folder);
    String script =
        "mount -t tmpfs -o size=1m none " + folder + " && echo there && exec sleep 3600";
    List<String> command = new ArrayList<>(NAME_SPACE);
    command.add(script);
    Program holder = Program.start("disk", command, Map.of());
    Wait.until("the disk is there", () -> holder.output().contains("there"));
    return new Disk(holder, folder);
  }

  /** What the command of a program begins with that is to see the disk. */
  List<String> prefix() {
    return List.of(
        "nsenter",
        "--target=" + holder.pid(),
        "--user",
        "--mount",
        "--preserve-credentials",
        "--wd=" + inside.getParent(),
        "--");
  }

  /** Takes all room that is left, also what files that were deleted since have given back. */
  void fill() {
    try (OutputStream out =
        Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(0);
      }
    } catch (IOException full) {
      if (!Files.exists(filler)) {
        throw new UncheckedIOException(full);
      }
    }
  }

  /** Gives the room back. */
  void free() throws IOException {
    Files.delete(filler);
  }

  @Override
  public void close() {
    holder.close();
  }
}
